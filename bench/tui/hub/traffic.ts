import type { HubClient } from '../../../src/client/hub-client.ts';
import type { Answers } from './messages.ts';

const question =
  '我在本市缴存公积金六年了，去年在省内另一个市买了一套二手房，合同网签以后一直没有办下来，想先提取一部分付首付，' +
  '但是网上办理的时候提示材料不全，需要补异地缴存证明和购房合同，请问在哪里开，需要多久，能不能让家人代办？';
const tried = '已告知可登录网上业务厅查询，市民表示看不懂提示，要求专家解答';

/** Citizens who call, and some of them give up. */
export class Traffic {
  private readonly hub: HubClient;
  private called = 0;
  /** Calls that will be given up. */
  private readonly restless: string[] = [];
  private timer: NodeJS.Timeout | undefined;
  private changes = 0;
  private since = performance.now();

  constructor(hub: HubClient) {
    this.hub = hub;
  }

  async call(count: number): Promise<Answers['call']> {
    const names: string[] = [];
    for (let at = 0; at < count; at++) names.push((await this.arrives('市民')).name);
    return names;
  }

  flow(perSecond: number): Answers['flow'] {
    const before = { changes: this.changes, milliseconds: performance.now() - this.since };
    clearInterval(this.timer);
    this.changes = 0;
    this.since = performance.now();
    if (perSecond > 0) this.timer = setInterval(() => void this.change(), 1000 / perSecond);
    return before;
  }

  /** One change of the queue: somebody comes, or who came longest ago goes. */
  private async change(): Promise<void> {
    const leaves = this.restless.length > 5 ? this.restless.shift() : undefined;
    if (leaves === undefined) this.restless.push((await this.arrives('过客')).id);
    else await this.hub.call('calls.abandon', { params: { id: leaves }, body: {} });
    this.changes++;
  }

  private async arrives(kind: string): Promise<{ id: string; name: string }> {
    const name = `${kind}${String(++this.called).padStart(5, '0')}`;
    const body = { phone: '13800001000', name, domain: 'gongjijin', question, tried } as const;
    const { call } = await this.hub.call('calls.transfer', { body });
    return { id: call.id, name };
  }
}
