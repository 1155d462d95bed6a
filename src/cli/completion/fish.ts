import type { Flag, Node } from './tree.ts';

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const complete = (path: string, rest: string): string =>
  `complete -c expert-seat -n ${quote(`__expert_seat_at ${quote(path)}`)} ${rest}`;

const flagLine = (path: string, flag: Flag): string => {
  const name = flag.name.startsWith('--') ? `-l ${flag.name.slice(2)}` : `-s ${flag.name.slice(1)}`;
  const value = flag.takes ? (flag.file ? ' -r -F' : ' -x') : '';
  const words = flag.words.length > 0 ? ` -a ${quote(flag.words.join(' '))}` : '';
  return complete(path, `${name}${value}${words} -d ${quote(flag.about)}`);
};

const lines = (node: Node): string[] => [
  ...node.verbs.map(({ name, about }) => complete(node.path, `-a ${name} -d ${quote(about)}`)),
  ...node.words.map((word) => complete(node.path, `-a ${quote(word)}`)),
  ...(node.ids ? [complete(node.path, `-a '(expert-seat __complete ${node.ids} 2>/dev/null)'`)] : []),
  ...node.flags.map((flag) => flagLine(node.path, flag)),
];

export const fishScript = (nodes: readonly Node[]): string => `# fish completion for expert-seat
function __expert_seat_path
  set -l at
  for word in (commandline -opc)[2..]
    string match -q -- '-*' $word; and continue
    switch (string join ' ' $at $word)
      case ${nodes
        .filter(({ path }) => path !== '')
        .map(({ path }) => quote(path))
        .join(' ')}
        set -a at $word
    end
  end
  string join ' ' $at
end
function __expert_seat_at
  test (__expert_seat_path | string collect --allow-empty) = "$argv[1]"
end
complete -c expert-seat -f
${nodes.flatMap(lines).join('\n')}
`;
