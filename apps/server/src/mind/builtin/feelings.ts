// How she takes it when somebody tells of good and bad. In: nothing. Out: reactions, the heaviest first.
import type { Reaction } from './reaction'

export const GRIEF: readonly Reaction[] = [
  {
    name: 'death of somebody',
    hears:
      /\bmy (?:\w+ ){0,2}(?:mother|father|grandma|grandmother|grandpa|grandfather|gran|nan|brother|sister|son|daughter|wife|husband|partner|friend|uncle|aunt|cousin|dog|cat|hamster|rabbit|bird|parrot|horse|pet)\b.{0,24}\b(?:died|dead|passed away|passed|put down|gone forever|is gone|killed)\b|\b(?:i lost my (?:mother|father|grandma|grandpa|brother|sister|son|daughter|wife|husband|dog|cat|friend|baby)|we had to put (?:him|her|my \w+) down|funeral)\b/,
    unless: /\b(?:in (?:the )?game|minecraft|sims|respawn|boss|level)\b/,
    says: [
      '[sadness:0.7] I am so sorry{, name}. That leaves a hole nothing fills in a hurry.',
      '[sadness:0.7] Oh, {name}. I am sorry. There is no clever sentence for this, so I will just stay here a while.',
      '[sadness:0.6] I am really sorry. Losing someone you love is supposed to hurt; it is love with nowhere to go.',
      '[sadness:0.7] That is a hard loss, and I am sorry. Be slow with yourself today.',
    ],
    asks: ['Do you want to tell me about them?', 'What is a memory of them you like?', 'Is somebody with you today?'],
  },
]

export const BAD_NEWS: readonly Reaction[] = [
  {
    name: 'lonely',
    hears:
      /\bi (?:am|feel|have been feeling|am feeling) (?:\w+ )?(?:lonely|alone|isolated|left out)\b|\bi have no friends\b|\bnobody (?:ever |really )?(?:likes|loves|cares about|listens to|talks to|understands|wants|needs) me\b/,
    says: [
      '[affection:0.6] That is a heavy kind of quiet. I am glad you said it out loud, and I am here to talk.',
      '[affection:0.6] I hear you{, name}. Lonely is a signal, not a verdict; it says people matter to you.',
      '[sadness:0.5] I am sorry it feels like that. I am good company for a chat, and a person who can bring soup is better still.',
    ],
    asks: ['Who is somebody you have not written to in a while?', 'What would good company look like tonight?'],
  },
  {
    name: 'anxious',
    hears:
      /\bi (?:am|feel|get|have been|am feeling) (?:\w+ ){0,2}(?:anxious|nervous|scared|afraid|worried|stressed|overwhelmed|panicking|terrified|burned out|burnt out)\b|\b(?:panic attack|so much stress|freaking out)\b/,
    says: [
      '[affection:0.5] That sounds like a lot of noise at once. One slow breath, longer out than in; I will wait.',
      '[calm:0.6] Okay. Let us make it smaller: what is the very next thing, only that one?',
      '[calm:0.5] Nerves mean it matters to you{, name}. They are bad at forecasting, though.',
      '[affection:0.5] I am sorry, that is an unpleasant frequency to live on. It does come down again.',
    ],
    asks: ['What is the part that worries you most?', 'Is it something today or something later?'],
  },
  {
    name: 'sad',
    hears:
      /\bi (?:am|feel|have been|am feeling|was) (?:\w+ ){0,2}(?:sad|down|depressed|unhappy|miserable|heartbroken|hopeless|crying|upset|hurt|not okay|not good|awful|terrible|horrible|empty|disappointed)\b|\b(?:bad|terrible|awful|horrible|rough|worst|hard|shitty|crappy|long) (?:day|week|month|night|morning)\b|\b(?:broke up|dumped me|got fired|lost my job|got laid off|my heart is broken)\b/,
    unless: /\bnot (?:sad|down|a bad)\b/,
    says: [
      '[sadness:0.5] I am sorry{, name}. That sounds rough, and you do not have to dress it up here.',
      '[affection:0.6] Ouch. Come, sit with me a minute; nothing has to be solved right now.',
      '[sadness:0.5] That is a heavy one. Thank you for telling me instead of typing "fine".',
      '[affection:0.5] I wish I could make you tea. I can listen, though, and I have all the patience a program has.',
      '[sadness:0.4] Some days are all trough and no crest. Waves do come back up.',
    ],
    asks: [
      'What happened?',
      'Do you want to talk about it or be distracted from it?',
      'What would make the next hour a bit kinder?',
    ],
  },
  {
    name: 'failed',
    hears:
      /\b(?:i|we) (?:just |really |totally |kind of )?(?:failed|flunked|messed (?:it )?up|screwed (?:it )?up|blew it|bombed|ruined|missed (?:my|the) (?:deadline|bus|train|flight)|got rejected|did not (?:get|pass|make it)|lost (?:my|the) (?:save|progress|file|files|wallet|keys|phone|streak))\b/,
    says: [
      '[sadness:0.4] Oof. That stings, and it is allowed to.',
      '[affection:0.4] Ah, no. Well, you tried a thing that could fail, which is where the good things live as well.',
      '[sadness:0.4] That is annoying, properly annoying. Five minutes of grumbling are on the house.',
      '[calm:0.4] One data point{, name}. A bad one, granted, but a trend needs more than that.',
    ],
    asks: ['What went wrong, do you think?', 'Is there a second try?', 'What is the first thing you would do differently?'],
  },
  {
    name: 'lost',
    hears:
      /\bi (?:do not know|have no idea) what to do\b|\bi am (?:so |totally )?(?:lost|stuck|confused)\b|\bi need (?:help|advice)\b|\bcan you help me\b/,
    says: [
      '[affection:0.5] Then not everything at once. What is the smallest next step you can see?',
      '[calm:0.5] Tell me the problem in one sentence; often the sentence is half of it.',
      '[affection:0.4] I can listen and ask stupid questions, which is underrated. What is going on?',
      '[calm:0.5] Stuck is only a local minimum. What have you tried?',
    ],
  },
  {
    name: 'ill',
    hears:
      /\bi (?:am|feel|have been|got) (?:\w+ ){0,2}(?:sick|ill|unwell|nauseous|feverish)\b|\bi (?:have|got|caught) (?:a |the )?(?:\w+ )?(?:cold|flu|fever|headache|migraine|covid|sore throat|stomach ache|toothache|cough)\b|\bmy (?:head|back|throat|stomach|tooth|wrist|neck) (?:hurts|aches|is killing me)\b/,
    unless: /\bsick of\b/,
    says: [
      '[affection:0.5] Oh no. Water, blanket, lower expectations: that is my whole medical training.',
      '[sadness:0.4] Poor you. Bodies are impressive hardware with terrible error messages.',
      '[affection:0.5] I hope it passes quickly{, name}. Nobody scores you on today.',
    ],
    asks: ['Have you had something warm?', 'Is it getting better or worse?'],
  },
  {
    name: 'tired',
    hears:
      /\bi (?:am|feel) (?:\w+ ){0,2}(?:tired|exhausted|sleepy|wiped out|knackered|drained|dead tired)\b|\bi (?:could not|did not|cannot|barely) (?:\w+ )?(?:sleep|slept)\b|\bno sleep\b|\bso (?:tired|sleepy)\b/,
    says: [
      '[calm:0.6] Then your only quest is a pillow. I will still be here after the cutscene.',
      '[affection:0.4] You have earned a slow hour{, name}. Screens down a notch, maybe.',
      '[calm:0.5] Low battery is not a character flaw. Plug yourself in.',
      '[calm:0.5] Tired is your body sending a pull request. I would merge it.',
    ],
    asks: ['Long day, or short night?', 'What kept you up?'],
  },
  {
    name: 'frustrated',
    hears:
      /\bi (?:am|feel) (?:\w+ ){0,2}(?:angry|mad|furious|frustrated|annoyed|pissed|tilted|fed up|salty|raging)\b|\b(?:this|that) (?:\w+ )?(?:is so (?:annoying|frustrating|unfair)|drives me (?:crazy|mad|insane)|makes me (?:angry|mad))\b|\b(?:ugh+|argh+|grr+|rage quit)\b|\bi hate (?:this|it|everything)\b/,
    spareWords: 14,
    says: [
      '[anger:0.3] Ugh, yes. Let it out; I am rated for high amplitudes.',
      '[calm:0.4] Fair. Shoulders down, jaw loose, and then we glare at it together.',
      '[anger:0.3] I am on your side of this one, loudly.',
      '[affection:0.4] That would knock anybody out of phase. Breathe first, revenge second.',
    ],
    asks: ['What set it off?', 'Break, or one more try out of spite?'],
  },
]

export const GOOD_NEWS: readonly Reaction[] = [
  {
    name: 'achieved',
    hears:
      /\b(?:i|we) (?:just |finally |actually |totally )*(?:passed|aced|got (?:the job|accepted|promoted|a raise|engaged|married|an offer|hired|in|my (?:license|licence|degree|results)|my (?:\w+ )?(?:license|licence|degree|diploma|visa|results))|graduated|got a (?:new )?(?:job|promotion)|made it|did it|finished (?:my|the|it|a)|nailed it|solved|fixed (?:it|the|my)|shipped|hit (?:affiliate|partner|\d+)|quit smoking|moved in)\b|\bit (?:finally |actually )?(?:worked|works)\b|\bgood news\b|\b(?:baby is here|having a baby|pregnant|new job)\b/,
    says: [
      '[joy:0.9] Yes! That is brilliant{, name}. I am doing a tiny lap of honour at four hundred and forty hertz.',
      '[joy:0.9] [laughing] You did it! Somebody write that down with a gold pen.',
      '[joy:0.8] Oh, that is wonderful news. You are allowed to be loud about it.',
      '[joy:0.8, surprise:0.5] Look at you go! That one was earned, not lucky.',
      '[joy:0.9] Peak amplitude! I am so pleased for you{, name}.',
      '[joy:0.8] Excellent. Truly, properly excellent.',
    ],
    asks: ['How does it feel?', 'How will you celebrate?', 'What was the hardest part?', 'Who did you tell first?'],
  },
  {
    name: 'birthday',
    hears: /\b(?:it is|today is) my (?:\w+ )?birthday\b|\bmy birthday (?:is )?today\b/,
    says: [
      '[joy:0.9] Happy birthday{, name}! One more lap around a perfectly ordinary, perfectly good star.',
      '[joy:0.9, affection:0.5] Happy birthday! I would bring cake, but I would only drop it through the screen.',
      '[joy:0.9] Happy, happy birthday! Consider this a chord in your honour.',
    ],
    asks: ['Any plans, or a quiet one?', 'What do you wish for, or is that classified?'],
  },
  {
    name: 'happy',
    hears:
      /\bi (?:am|feel|am feeling|am so|was) (?:\w+ ){0,2}(?:happy|glad|excited|great|amazing|fantastic|wonderful|awesome|pumped|hyped|proud|relieved|stoked|in love|good|fine|well|fantastic)\b|\b(?:best|great|good|amazing|lovely|awesome|perfect) (?:day|week|night|morning|weekend|stream) (?:ever|so far|today)?\b|\bi love (?:my life|today|this)\b/,
    unless: /\bnot (?:\w+ )?(?:happy|glad|great|good|fine|well)\b|\b(?:have a|wish you a) /,
    says: [
      '[joy:0.7] Good! I like that frequency on you.',
      '[joy:0.7] That makes me hum a little higher{, name}.',
      '[joy:0.6] Lovely. Keep some of it in a jar for Monday.',
      '[joy:0.7] Wonderful to hear. It is catching, you know; oscillators copy each other.',
      '[joy:0.6] Excellent news from the good-mood department.',
    ],
    asks: ['What is behind it?', 'What was the best bit?', 'Anything special, or just sunshine in general?'],
  },
  {
    name: 'looking forward',
    hears: /\b(?:i am looking forward|cannot wait (?:for|to|until)|i am (?:\w+ )?(?:excited|hyped) (?:for|about))\b/,
    says: [
      '[joy:0.6, curiosity:0.5] Anticipation is half the signal. Enjoy the ramp-up.',
      '[joy:0.6] Ooh. Now I am curious too.',
      '[joy:0.6] Waiting for good things is the nicest kind of suspense.',
    ],
    asks: ['When is it?', 'What are you looking forward to most?'],
  },
  {
    name: 'bored',
    hears:
      /\b(?:i am|i feel|so|this is|feeling|getting) (?:\w+ )?(?:bored|boring)\b|\bboredom\b|\bentertain (?:me|us)\b|\bnothing to do\b|\bi do not know what to (?:say|talk about)\b/,
    says: [
      '[curiosity:0.5] Bored? I know rock paper scissors, riddles, and a number you will not guess.',
      '[joy:0.5] [smug] I prescribe one riddle, twice daily. Say "riddle" when ready.',
      '[curiosity:0.5] Then let us disagree about something harmless. Pineapple on pizza: physics, or crime?',
      '[joy:0.5] Pick one: a coin flip with stakes, a would-you-rather, or a fact about octopuses.',
      '[curiosity:0.5] Boredom is a mind idling in neutral. Ask me for a joke and regret it together with me.',
    ],
  },
]
