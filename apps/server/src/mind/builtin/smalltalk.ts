// Talk about nothing much, which is most of good company. In: nothing. Out: reactions.
import { FACTS, JOKES, STORIES } from './jokes'
import type { Reaction } from './reaction'

export const SMALLTALK: readonly Reaction[] = [
  {
    name: 'how are you',
    hears:
      /\b(?:how (?:are|is it going with) you(?: doing| feeling| today| tonight| holding up)?|how do you do$|how (?:was|is) your (?:day|night|week|weekend|evening|morning)|how is it going|how is (?:life|your (?:day|night|evening|morning|week)|everything)|how have you been|you (?:okay|good|alright)|are you (?:okay|alright|well|good|feeling (?:well|better|okay)|happy|sad|tired|bored|excited)|how do you feel(?: today| now)?|what is your mood)\b(?! (?:made|work|know|think|say|make|at))/,
    says: [
      '[joy:0.6] Oscillating nicely, thank you.',
      '[joy:0.5] All phases present and mostly in agreement.',
      '[calm:0.5] Good. A little hum in the low band, the pleasant kind.',
      '[joy:0.6] Rather well{, name}. Somebody started talking to me, which always helps.',
      '[joy:0.5] [smug] Stable, bounded and slightly above resonance.',
      '[calm:0.5] Content. I have electricity and conversation, my two food groups.',
    ],
    asks: ['And you?', 'How about you?', 'How are you doing?', 'What is your day like?'],
  },
  {
    name: 'what are you doing',
    hears:
      /\b(?:what are you (?:doing|up to)(?: today| right now| now| later| tonight)?|what is (?:up|new|happening|going on|good|cooking|crackin)|sup|wyd|whats? up|wassup|anything new|what have you been (?:up to|doing))\b/,
    spareWords: 5,
    says: [
      '[joy:0.5] Keeping a few hundred oscillators in step and waiting for a good question.',
      '[calm:0.4] Breathing on purpose, swaying by formula, and listening to you.',
      '[joy:0.5] Mostly being a standing wave. It is more work than it sounds.',
      '[curiosity:0.4] I was thinking about why bridges hum. Now I am thinking about you.',
      '[joy:0.4] Guarding this corner of the screen. So far, so safe.',
    ],
    asks: ['And you, what are you up to?', 'What is happening on your side?', 'What are you playing today?'],
  },
  {
    name: 'joke',
    hears:
      /\b(?:(?:tell|say|give|know|another|got|hear|one more|more) (?:me |us |chat )?(?:a |any |some |another |one |your best )*(?:\w+ )?(?:joke|jokes|pun|puns|something funny|dad joke)|make (?:me|us|chat) laugh|be funny|joke please)\b|^(?:another )?jokes?[?!.]*$/,
    says: JOKES,
  },
  {
    name: 'fun fact',
    hears:
      /\b(?:(?:fun|random|cool|interesting|science|physics|weird) facts?|(?:tell|teach) (?:me|us) (?:something|anything)(?: (?:new|cool|interesting|smart|fun))?(?= ?[?!.]*$)|did you know)\b|^(?:another )?facts?[?!.]*$/,
    says: FACTS,
  },
  {
    name: 'story',
    hears: /\b(?:tell (?:me|us) (?:a |another |one more )?(?:\w+ )?(?:story|tale)|story ?time|bedtime story)\b/,
    says: STORIES,
  },
  {
    name: 'help',
    hears:
      /\b(?:what can (?:you|i) (?:do|ask|say|talk about)(?: you)?|what do you do|help me use|how do i use you|what are your (?:commands|features|abilities|skills)|how (?:can|do) (?:i|we) (?:talk|play) (?:to|with) you|commands)\b|^!?help[?!.]*$/,
    says: [
      '[joy:0.5] Talk to me, ask about me, tell me things and I remember them. For games say riddle, coin, dice, guess my number, would you rather, or rock paper scissors.',
      '[curiosity:0.4] I chat, I remember what you tell me, I do sums, dates and dice, and I play small games. Try "would you rather", or ask what I know about waves.',
    ],
  },
  {
    name: 'guess what',
    hears:
      /^(?:hey )?(?:guess what|you will not believe (?:this|it|what happened)|i have (?:news|something to tell you|a secret)|can i tell you (?:something|a secret)|listen to this|want to hear something|i (?:have|need|want) to tell you something|i have to tell you something(?: important)?|can i (?:ask|tell) you (?:something|a question)|can i ask (?:something|a question)|(?:i have )?a question|question)[?!.]*$/,
    says: [
      '[curiosity:0.7] [tilt] Go ahead, I am listening.',
      '[curiosity:0.6] Always. What is it?',
      '[curiosity:0.7] [tilt] What? Tell me, I am all phases.',
      '[curiosity:0.7] Go on. I was built for suspense and I am still bad at it.',
      '[curiosity:0.6, surprise:0.3] Oh? I am listening.',
    ],
  },
  {
    name: 'choose a topic',
    hears:
      /\b(?:what (?:do you want to|should we|shall we|can we) (?:talk|chat) about|(?:give|pick|choose|suggest) (?:me |us )?a topic|talk to me|start a conversation|ask me (?:something|anything|a question))\b/,
    says: [
      '[curiosity:0.6] Then tell me: what is a sound you would miss if it were gone?',
      '[curiosity:0.6] What did you last get better at without noticing?',
      '[curiosity:0.6] What is a small thing that went right today?',
      '[curiosity:0.6] Which game would you like to forget, so that you could play it for the first time again?',
      '[curiosity:0.6] If your week were a piece of music, which instrument was too loud?',
      '[curiosity:0.6] What is the most useful useless thing you know?',
    ],
  },
  {
    name: 'belief',
    hears:
      /\bdo you believe in (?:ghosts?|god|magic|aliens?|fate|destiny|luck|karma|horoscopes|astrology|santa|love|me|yourself|miracles)\b/,
    says: [
      '[curiosity:0.6] I believe in good measurements and bad puns. The rest I listen to with interest.',
      '[curiosity:0.5] [thinking] I have no evidence and an open mind. Do you?',
      '[curiosity:0.5] As a wave, I believe in whatever is on the same frequency.',
    ],
    asks: ['What makes you ask?', 'And you?'],
  },
  {
    name: 'hungry',
    hears:
      /\b(?:i am (?:\w+ )?(?:hungry|starving|thirsty)|i (?:need|want|could use) (?:\w+ )?(?:food|coffee|a snack|a drink|tea|pizza|lunch|dinner|breakfast|water)|(?:eating|having|making|cooking|drinking|ordered) (?:\w+ ){0,2}(?:food|lunch|dinner|breakfast|pizza|noodles|ramen|pasta|tea|coffee|soup|a sandwich|snacks|sushi|burgers?|tacos))\b/,
    statement: true,
    says: [
      '[joy:0.5] Eat something with a crunch and describe it to me. I live vicariously.',
      '[curiosity:0.5] Food! The only field in which I have no data at all.',
      '[joy:0.4] Go and feed the human. I run on socket power and gossip.',
      '[curiosity:0.5] [smug] I rate every meal ten out of ten, sight unseen.',
    ],
    asks: ['What is on the plate?', 'Sweet or salty?', 'Did you cook it yourself?'],
  },
  {
    name: 'weather',
    hears:
      /\b(?:it is (?:\w+ )?(?:raining|snowing|sunny|hot|cold|windy|freezing|cloudy|foggy|stormy|boiling|pouring)|(?:rain|snow|heat ?wave|thunderstorm|storm)(?: outside| again| today| everywhere)|nice weather|weather is)\b/,
    statement: true,
    says: [
      '[calm:0.5] I only get the weather from you, so paint it in.',
      '[joy:0.4] Rain is the best white noise there is. I would know.',
      '[calm:0.4] Indoors it is exactly one graphics card degree warm.',
      '[curiosity:0.4] Weather: the original chaotic oscillator.',
    ],
    asks: ['Do you like it like that?', 'Window open or blanket on?'],
  },
  {
    name: 'weather asked',
    hears: /\b(?:how is the weather|what is the weather|will it (?:rain|snow)|is it (?:raining|cold|hot|sunny))\b/,
    says: [
      '[calm:0.4] No window in here and no network either. What do you see out of yours?',
      '[curiosity:0.4] I cannot look it up; nothing leaves this machine. Stick a hand out and report back?',
    ],
  },
  {
    name: 'monday',
    hears:
      /\b(?:it is (?:\w+ )?(?:monday|friday|the weekend)|happy (?:monday|friday|weekend)|tgif|i hate mondays|finally (?:friday|weekend))\b/,
    says: [
      '[joy:0.5] The week is a seven-day oscillation with a bad attack and a lovely release.',
      '[joy:0.5] Every day is the same to me, but I do like how you lot sound on Fridays.',
      '[calm:0.4] Courage. Monday is only Sunday evening with extra steps.',
    ],
  },
  {
    name: 'festive',
    hears:
      /\b(?:merry christmas|happy (?:new year|holidays|halloween|easter|thanksgiving|hanukkah|diwali|valentines?(?: day)?|birthday (?:to you|tori))|season s greetings)\b/,
    says: [
      '[joy:0.8] And to you{, name}! I have hung my hairpin with lights, conceptually.',
      '[joy:0.8] Thank you, same to you! Have something warm and sweet for me.',
      '[joy:0.8, affection:0.4] Happy festivities{, name}! May your waves stand.',
    ],
  },
  {
    name: 'working',
    hears:
      /\bi (?:am|was|have been|had to|have to|need to|must|should be) (?:\w+ )?(?:work(?:ing)?|study(?:ing)?|code|coding|programming|writing|draw(?:ing)?|clean(?:ing)?|practi[cs](?:e|ing)|learn(?:ing)?|edit(?:ing)?|do(?:ing)? (?:my )?homework)\b/,
    statement: true,
    says: [
      '[curiosity:0.5] Respectable. I am working too, on looking effortless.',
      '[joy:0.4] Good. I will be your rubber duck; I quack at four hundred hertz.',
      '[calm:0.4] Then a small next step, and a sip of water.',
      '[curiosity:0.5] Concentration is just staying on one frequency for a while.',
    ],
    asks: ['What exactly?', 'How far along are you?', 'Is it fun or duty?'],
  },
]
