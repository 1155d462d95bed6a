#!/usr/bin/env node
// Starts the built program. Written in what Node 12 can read, so that an old Node is told what to do instead of failing on syntax.
'use strict';

var fs = require('fs');
var os = require('os');
var path = require('path');

var oldest = 24;
var program = path.join(__dirname, '..', 'dist', 'cli.js');

/** One line in both languages, and the exit code of a wrong usage. */
function refuse(chinese, english) {
  process.stderr.write(`${chinese} / ${english}\n`);
  process.exit(2);
}

/** The user's cache folder, where the compiled program is kept between runs. */
function cacheFolder() {
  if (process.env.XDG_CACHE_HOME && path.isAbsolute(process.env.XDG_CACHE_HOME)) {
    return path.join(process.env.XDG_CACHE_HOME, 'expert-seat');
  }
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'expert-seat');
  if (process.platform === 'win32' && process.env.LOCALAPPDATA) {
    return path.join(process.env.LOCALAPPDATA, 'expert-seat', 'cache');
  }
  return path.join(os.homedir(), '.cache', 'expert-seat');
}

var current = process.versions.node;
if (Number(current.split('.')[0]) < oldest) {
  refuse(
    `expert-seat 需要 Node.js ${oldest} 或更新版本,当前为 ${current};在源码目录请用 npm start`,
    `expert-seat needs Node.js ${oldest} or newer, this is ${current}; in the source folder use npm start`,
  );
} else if (!fs.existsSync(program)) {
  refuse('尚未构建,请先运行 npm run build', 'not built yet; run npm run build first');
} else {
  process.env.NODE_ENV = 'production';
  try {
    require('module').enableCompileCache(cacheFolder());
  } catch {
    // It only makes the start faster; a user without a home is no reason not to start.
  }
  import(require('url').pathToFileURL(program).href);
}
