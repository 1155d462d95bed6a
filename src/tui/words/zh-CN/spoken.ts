/** What only a screen reader is told. */
export const spoken = {
  'spoken.chosen': '选中：{text}',
  'spoken.here': '{text}，当前栏',
  'spoken.more': '还有 {count} 行，按 Tab 换到该栏可听',
  // Units of what is not news when its number changes.
  'spoken.running': '秒 字',
  'spoken.pause': '，',
  'spoken.writing': '输入：',
  'spoken.empty': '空',
  'spoken.mind': '注意',
  'spoken.refused': '不行',
  'spoken.again': '待办',
  'spoken.back': '回',
} as const;
