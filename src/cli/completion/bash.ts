import type { Node } from './tree.ts';

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** One arm of the case over commands: its verbs, words, ids and flags. */
const arm = (node: Node): string => {
  const verbs = node.verbs.map(({ name }) => name);
  const lines = [
    `    ${quote(node.path)})`,
    `      words=${quote([...verbs, ...node.words].join(' '))}`,
    `      flags=${quote(node.flags.map(({ name }) => name).join(' '))}`,
    ...(node.ids ? [`      ids=${node.ids}`] : []),
    '      ;;',
  ];
  return lines.join('\n');
};

/** For flags that take a value: its words, files, or nothing, as `path|flag` → what. */
const valueArms = (nodes: readonly Node[]): string =>
  nodes
    .flatMap((node) =>
      node.flags
        .filter(({ takes }) => takes)
        .map((flag) => {
          const what = flag.file
            ? 'COMPREPLY=($(compgen -f -- "$cur"))'
            : `COMPREPLY=($(compgen -W ${quote(flag.words.join(' '))} -- "$cur"))`;
          return `    ${quote(`${node.path}|${flag.name}`)}) ${what}; return ;;`;
        }),
    )
    .join('\n');

/** The command so far is the run of verbs at the start of the line; flags and their values are passed over. */
export const bashScript = (nodes: readonly Node[]): string => `# bash completion for expert-seat
_expert_seat() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" path='' word='' i
  local words='' flags='' ids=''
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$word" in -*) continue ;; esac
    case "\${path:+$path }$word" in
      ${nodes
        .filter(({ path }) => path !== '')
        .map(({ path }) => quote(path))
        .join('|')}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path|$prev" in
${valueArms(nodes)}
  esac
  case "$path" in
${nodes.map(arm).join('\n')}
  esac
  if [[ "$cur" == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
    return
  fi
  if [[ -n "$ids" ]]; then
    words="$words $("\${COMP_WORDS[0]}" __complete "$ids" 2>/dev/null | cut -f 1)"
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -F _expert_seat expert-seat
`;
