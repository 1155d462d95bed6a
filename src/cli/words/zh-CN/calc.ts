/** What the commands for sums say; the fields and results have their own words in `kb/sums`. */
export const calc = {
  'calc.about': '公积金测算：月供、提前还款、可贷额度、利率调整、缴存、结息、提取；不需要中心',
  'calc.field': '{label}（{help}）',
  'calc.full': '列出每一期',
  'calc.value': '值',
  'calc.overridden': '自行填写',
  'calc.published': '公布的是 {value}',
  'calc.note': '※ {note}',
  'calc.missing': '填上 {options} 可以算得更全',
} as const;
