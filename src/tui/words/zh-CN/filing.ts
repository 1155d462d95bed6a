/** What a ticket is filed under, and how an answer begins, in Chinese. */
export const filing = {
  'form.topic': '主题',
  'form.sms': '短信',
  'form.sms.none': '不发',
  'form.unit.other': '另填…',
  'form.unit.name': '单位名称',
  'form.close.answer': '答复：{text}',
  'form.close.sms': '短信：{text}',
  'form.dispatch.due': '现在转派，期限 {deadline}',
  'accounts.open': '{show-accounts:F5} 打开账户',
  'accounts.aside.verify': '{show-accounts:F5} 核验身份后，账户显示在这里',
  'accounts.aside.none': '接听后可在这里看到账户',
  'queue.not-ready': '{seat:Ctrl-B} 改为就绪',
  'queue.local': '这是本机自带的热线，没有别处的来电；接热线的来电先 expert-seat login',
  'why.on-tickets': '在工单画面可用：先按 {show-tickets:F6}',
  'answer.begin': '{name}您好。',
} as const;
