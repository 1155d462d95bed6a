#!/usr/bin/env node
// Starts the built program. Written in what Node 12 can read, so that an old Node is told what to do instead of failing on syntax.
'use strict';

var fs = require('fs');
var os = require('os');
var path = require('path');

var oldest = 24;
var dist = path.join(__dirname, '..', 'dist');
var program = path.join(dist, 'cli.js');
var seat = path.join(dist, 'seat.js');

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

/** A kept program has the name of its source at either end, so that it is whole. */
var nameLength = 40;

function compiledFile() {
  try {
    return path.join(cacheFolder(), `seat-${process.version}-${process.arch}`);
  } catch {
    // A user without a home.
  }
}

function readCompiled(file, name) {
  try {
    const kept = fs.readFileSync(file);
    const nameAt = (at) => kept.toString('latin1', at, at + nameLength);
    const whole = nameAt(0) === name && nameAt(kept.length - nameLength) === name;
    return whole ? kept.subarray(nameLength, -nameLength) : undefined;
  } catch {
    // Not there, or not for this user to read.
  }
}

/** Written whole or not at all: another seat may be starting, the power may fail. */
function keepCompiled(file, name, compiled) {
  const fresh = `${file}.${process.pid}`;
  const mark = Buffer.from(name, 'latin1');
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    fs.writeFileSync(fresh, Buffer.concat([mark, compiled, mark]), { mode: 0o600, flush: true });
    fs.renameSync(fresh, file);
  } catch {
    // It only makes the start faster; a full disk is no reason not to start.
    fs.unlink(fresh, () => undefined);
  }
}

/**
 * Runs the seat with all that was compiled of it when it started before. Node's own cache keeps what is compiled as a file is read, and that is
 * the smaller part: most functions are compiled when they are first called.
 */
function runSeat() {
  const vm = require('vm');
  const source = fs.readFileSync(seat, 'latin1');
  // Put there by the build: V8 compares no more of a source than its length.
  const name = source.slice(2, 2 + nameLength);
  const file = compiledFile();
  const compiled = file && readCompiled(file, name);
  const script = new vm.Script(source, {
    filename: seat,
    cachedData: compiled,
    importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const whenShown = () => {
    if (file && (!compiled || script.cachedDataRejected)) keepCompiled(file, name, script.createCachedData());
  };
  script.runInThisContext()(require('module').createRequire(seat), { exports: {} }, seat, dist, whenShown);
}

function runProgram() {
  try {
    require('module').enableCompileCache(cacheFolder());
  } catch {
    // As above.
  }
  import(require('url').pathToFileURL(program).href);
}

var current = process.versions.node;
if (Number(current.split('.')[0]) < oldest) {
  refuse(
    `expert-seat 需要 Node.js ${oldest} 或更新版本，当前为 ${current}；在源码目录请用 npx expert-seat`,
    `expert-seat needs Node.js ${oldest} or newer, this is ${current}; in the source folder use npx expert-seat`,
  );
} else if (!fs.existsSync(program)) {
  refuse('尚未构建，请先运行 npm run build', 'not built yet; run npm run build first');
} else {
  process.env.NODE_ENV = 'production';
  if (process.argv.length === 2 && fs.existsSync(seat)) runSeat();
  else runProgram();
}
