import type { Node } from './tree.ts';

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** `name:what it is`, as _describe takes it. */
const described = (items: readonly { name: string; about: string }[]): string =>
  items.map(({ name, about }) => quote(`${name.replaceAll(':', '\\:')}:${about.replaceAll(':', '\\:')}`)).join(' ');

const arm = (node: Node): string =>
  [
    `    ${quote(node.path)})`,
    `      verbs=(${described([...node.verbs, ...node.words.map((name) => ({ name, about: '' }))])})`,
    `      flags=(${described(node.flags)})`,
    ...(node.ids ? [`      ids=${node.ids}`] : []),
    '      ;;',
  ].join('\n');

const valueArms = (nodes: readonly Node[]): string =>
  nodes
    .flatMap((node) =>
      node.flags
        .filter(({ takes }) => takes)
        .map((flag) => {
          const what = flag.file ? '_files' : `compadd -- ${flag.words.map(quote).join(' ')}`;
          return `    ${quote(`${node.path}|${flag.name}`)}) ${what}; return ;;`;
        }),
    )
    .join('\n');

export const zshScript = (nodes: readonly Node[]): string => `#compdef expert-seat
_expert_seat() {
  local at='' word ids='' i
  local -a verbs flags found
  for ((i = 2; i < CURRENT; i++)); do
    word="\${words[i]}"
    [[ "$word" == -* ]] && continue
    case "\${at:+$at }$word" in
      ${nodes
        .filter(({ path }) => path !== '')
        .map(({ path }) => quote(path))
        .join('|')}) at="\${at:+$at }$word" ;;
    esac
  done
  case "$at|\${words[CURRENT-1]}" in
${valueArms(nodes)}
  esac
  case "$at" in
${nodes.map(arm).join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    _describe -o option flags
    return
  fi
  if [[ -n "$ids" ]]; then
    found=("\${(@f)$("\${words[1]}" __complete "$ids" 2>/dev/null)}")
    found=("\${(@)found//:/\\\\:}")
    found=("\${(@)found/$'\\t'/:}")
    found=("\${(@)found:#}")
    _describe "$ids" found
  fi
  (( \${#verbs} )) && _describe command verbs
}
compdef _expert_seat expert-seat
`;
