import type { Activity as BotFrameworkActivity, ConversationReference, ResourceResponse } from 'botbuilder';
import { ActivityHandler, BotAdapter, TurnContext } from 'botbuilder';
import type { Activity, Conversation, Reply } from '../src/app/ports/conversation';
import type { ConversationBot, Turn } from '../src/app/ports/conversation-bot';
import { understandMessage } from '../src/app/understand-message';
import type { Language } from '../src/domain/language/language';
import { isLanguage } from '../src/domain/language/language';
import { converse } from './converse';
import type { Desk, DialogTurn } from './desk';
import { message, say } from './desk';
import type { Memory } from './memory';
import { EMPTY_MEMORY } from './memory';

const TURN = Symbol('turn');

/** A turn under way, carried through Bot Framework's turn state. */
interface TurnInProgress {
  readonly turn: Turn;
  conversation: Conversation;
  readonly replies: Reply[];
}

/** The complaint desk as a Bot Framework bot. */
class ComplaintDeskBot extends ActivityHandler {
  constructor(private readonly desk: Desk) {
    super();
    this.onMessage(async (context, next) => {
      await this.answer(context);
      await next();
    });
    this.onEvent(async (context, next) => {
      await this.takeEvent(context);
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      const turn = this.dialogTurn(context, '');
      await context.sendActivity(toBotFramework(message(turn, say(turn, 'greeting'))));
      await next();
    });
  }

  private async answer(context: TurnContext): Promise<void> {
    const progress = context.turnState.get<TurnInProgress>(TURN);
    const text = context.activity.text.trim();
    const turn = this.dialogTurn(context, text);
    if (text === '') {
      await context.sendActivity(toBotFramework(message(turn, say(turn, 'text-only'))));
      return;
    }
    const outcome = await converse(turn);
    progress.conversation = { ...turn.conversation, ...outcome.conversation, state: outcome.memory };
    for (const reply of outcome.replies) await context.sendActivity(toBotFramework(reply));
  }

  /** A page's language switch: `{type: "event", name: "dadam.language", value: "zh-Hant"}`. */
  private async takeEvent(context: TurnContext): Promise<void> {
    const { name, value } = context.activity as { name?: string; value?: unknown };
    if (name !== 'dadam.language' || !isLanguage(value)) return;
    const turn = this.dialogTurn(context, '');
    const conversation = { ...turn.conversation, language: value };
    const progress = context.turnState.get<TurnInProgress>(TURN);
    progress.conversation = { ...conversation, state: { ...turn.memory, languageFixed: true } };
    const changed = { ...turn, conversation };
    await context.sendActivity(toBotFramework(message(changed, say(changed, 'language.changed'))));
  }

  private dialogTurn(context: TurnContext, text: string): DialogTurn {
    const { turn } = context.turnState.get<TurnInProgress>(TURN);
    const memory = (turn.conversation.state as Memory | null) ?? EMPTY_MEMORY;
    const understanding = understandMessage(
      this.desk,
      text,
      this.desk.clock.now(),
      turn.conversation.language,
    );
    const { language, script } = understanding.guess;
    const keep = memory.languageFixed === true || language === 'undetermined';
    const spoken = keep
      ? turn.conversation.language
      : spokenLanguage(turn.conversation.language, language, script);
    return {
      desk: this.desk,
      tx: turn.transaction,
      conversation: { ...turn.conversation, language: spoken },
      memory,
      text,
      understanding,
    };
  }
}

/** Hanzi common to both scripts do not turn a conversation from traditional to simplified. */
const spokenLanguage = (current: Language, guessed: Language, script: string): Language =>
  script === 'Hani' && current === 'zh-Hant' ? current : guessed;

/** Runs turns in this process and collects what the bot sends, instead of posting it to a service. */
class CollectingAdapter extends BotAdapter {
  async run(bot: ActivityHandler, progress: TurnInProgress): Promise<void> {
    const context = new TurnContext(this, incoming(progress.turn));
    context.turnState.set(TURN, progress);
    await this.runMiddleware(context, (c) => bot.run(c));
  }

  override sendActivities(
    context: TurnContext,
    activities: Partial<BotFrameworkActivity>[],
  ): Promise<ResourceResponse[]> {
    const progress = context.turnState.get<TurnInProgress>(TURN);
    const sent = activities.filter(({ type }) => type === 'message' || type === 'event');
    progress.replies.push(...sent.map(fromBotFramework));
    return Promise.resolve(activities.map((_, i) => ({ id: String(progress.replies.length + i) })));
  }

  override updateActivity(): Promise<never> {
    return Promise.reject(new Error('a message that was sent is not changed'));
  }

  override deleteActivity(): Promise<never> {
    return Promise.reject(new Error('a message that was sent is not taken back'));
  }

  override continueConversation(
    _reference: Partial<ConversationReference>,
    _logic: (context: TurnContext) => Promise<void>,
  ): Promise<never> {
    return Promise.reject(new Error('Dadam speaks first through appendNotice'));
  }
}

/** The complaint desk behind the port that channels speak to. */
export function complaintDeskBot(desk: Desk): ConversationBot {
  const bot = new ComplaintDeskBot(desk);
  const adapter = new CollectingAdapter();
  return {
    async respond(turn) {
      const progress: TurnInProgress = { turn, conversation: turn.conversation, replies: [] };
      await adapter.run(bot, progress);
      return { conversation: progress.conversation, replies: progress.replies };
    },
  };
}

function incoming({ activity, conversation }: Turn): BotFrameworkActivity {
  const members =
    activity.type === 'conversationUpdate' ? [{ id: conversation.userId, name: '' }] : undefined;
  return {
    ...(activity as Activity & { channelData?: object }),
    text: activity.text ?? '',
    timestamp: new Date(activity.timestamp),
    channelId: conversation.channel,
    serviceUrl: '',
    recipient: { id: 'dadam', name: 'Dadam' },
    from: { id: conversation.userId, name: '', role: 'user' },
    conversation: { id: conversation.id, isGroup: false, conversationType: '', tenantId: '', name: '' },
    ...(members && { membersAdded: members }),
  } as unknown as BotFrameworkActivity;
}

const toBotFramework = ({ suggestedActions, ...reply }: Reply): Partial<BotFrameworkActivity> => ({
  ...(reply as Partial<BotFrameworkActivity>),
  ...(suggestedActions && {
    suggestedActions: {
      to: [],
      actions: suggestedActions.map(({ title, value }) => ({ type: 'imBack', title, value })),
    },
  }),
});

const fromBotFramework = (activity: Partial<BotFrameworkActivity>): Reply => ({
  type: activity.type === 'event' ? 'event' : 'message',
  ...(activity.text !== undefined && { text: activity.text }),
  ...(activity.name !== undefined && { name: activity.name }),
  ...(activity.locale !== undefined && { locale: activity.locale }),
  ...(activity.value !== undefined && { value: activity.value as unknown }),
  ...(activity.suggestedActions && {
    suggestedActions: activity.suggestedActions.actions.map(({ title, value }) => ({
      title,
      value: String(value),
    })),
  }),
});
