// Preloaded into the program under test: writes down every file and built-in module that it loaded.
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const loaded = new Set();
registerHooks({
  load(url, context, next) {
    loaded.add(url);
    return next(url, context);
  },
});
process.on('exit', () => {
  writeFileSync(process.env.LOADED_MODULES, JSON.stringify({ files: [...loaded], builtins: process.moduleLoadList }));
});
