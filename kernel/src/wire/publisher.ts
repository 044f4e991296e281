import { XPublisher } from "zeromq";

const subscribeOption = 6;
const unsubscribeOption = 7;

/** A publisher that decides itself when a subscription begins, so that a greeting comes before everything else. */
export class Publisher extends XPublisher {
  constructor() {
    super({ sendHighWaterMark: 0, verbosity: "allSubs", manual: true });
  }

  /** The topic of the next request to subscribe; requests to leave are carried out. */
  async nextSubscription(): Promise<Buffer> {
    for (;;) {
      const [frame = Buffer.of()] = await this.receive();
      const topic = frame.subarray(1);
      if (frame[0] === 1) return topic;
      this.setStringOption(unsubscribeOption, topic);
    }
  }

  /** Lets the subscription that came last begin. */
  acceptSubscription(topic: Buffer): void {
    this.setStringOption(subscribeOption, topic);
  }
}
