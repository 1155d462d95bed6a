import { runCommand } from './program.ts';
import { start } from './start.ts';

const args = process.argv.slice(2);
await start(args, (say, language) => runCommand(args, say, language));
