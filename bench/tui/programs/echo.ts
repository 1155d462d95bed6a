/** What pty and emulator take without a program in between: every key comes back as it is; Ctrl-U empties the line. */
process.stdin.setRawMode(true);
process.stdin.on('data', (keys: Buffer) => process.stdout.write(keys.toString().replaceAll('\x15', '\r\x1b[K')));
process.stdout.write('ready\r\n');
