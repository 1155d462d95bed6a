/** What calls a person back who looks elsewhere, and what the window needs. */
export const attention = {
  'notify.call': '新来电',
  'notify.urgent': '加急',
  'remind.wrap-up': '{about} 的整理还剩 {seconds} 秒，请办结或转派',
  'remind.held': '{about} 已保持 {time}，{hold:Ctrl-T} 恢复通话',
  'header.answers': '纠错答复 {count}',
  'app.too-small.what': '窗口太小',
  'app.too-small.needs': '至少 {columns}×{rows}',
  'app.too-small.quit': '再按 {quit:Ctrl-C} 退出',
  'suspend.no-shell': '没有可以回去的命令行，程序继续运行',
  'why.no-suspend': 'Windows 上不能挂起程序',
  'why.no-unread-answer': '没有未看的纠错答复',
  'action.suspend': '挂起',
  'action.read-answer': '看纠错答复',
  'help.suspend': '回到命令行，输入 fg 再回来；其间不提醒来电',
  'help.read-answer': '打开中心已答复纠错的条目，最早的先看',
} as const;
