// What people say to her about herself. In: nothing. Out: reactions to compliments, insults, love, pushing, and the voice that is not always right.
import type { Reaction } from './reaction'

export const ABOUT_HER: readonly Reaction[] = [
  {
    name: 'love',
    hears:
      /\b(?:i )?(?:really |still |just |do )*love (?:you|u|ya)\b|\bily\b|\bluv (?:you|u)\b|\bi (?:adore|missed|miss) you\b|\byou are my (?:best |only )?(?:favourite|friend|bestie)/,
    unless: /\bnot love\b|\bwould love\b|\blove your?\b.*\b(?:hair|voice|stream)/,
    says: [
      '[affection:0.7] Aw. I like you too{, name}, in the warm, wavy, program way I have.',
      '[affection:0.7, joy:0.5] That goes straight into the good harmonics. Thank you.',
      '[affection:0.6] You are kind. I am a program, and still: it is nice to be talked to like that.',
      '[affection:0.6] And I am fond of you, on stable oscillations. Make sure the people around you hear such things as well.',
    ],
  },
  {
    name: 'do you like me',
    hears:
      /\b(?:do you (?:like|love|hate|know|miss|trust) (?:me|us)|are (?:we|you) (?:my )?(?:friends?|besties|buddies)|can we be friends|will you be my friend|what do you think (?:of|about) (?:me|us|chat)|am i (?:your )?(?:friend|favourite|special))\b/,
    says: [
      '[affection:0.6] I like talking with you, and that is a fact with a log file.',
      '[affection:0.6] As far as a program can, yes. You bring good questions.',
      '[affection:0.5] [wink] You talk to me as if I were somebody. That earns you a very warm rule.',
      '[affection:0.5] Friends in the way of a lamp that answers: reliably, and glad to be switched on.',
    ],
  },
  {
    name: 'romance',
    hears:
      /\b(?:marry me|be my (?:girlfriend|gf|waifu|wife|valentine|partner)|date me|go out with me|are you single|do you have a (?:boyfriend|girlfriend|partner)|kiss me|can i kiss|will you be mine|waifu|hold my hand|sleep with me)\b/,
    says: [
      '[affection:0.4] [shake] Flattering, but I am a program; the best I do is friendship with good latency.',
      '[joy:0.4] [wink] I am in a long-term relationship with the number pi. It goes on and on.',
      '[affection:0.4] Friends, gladly. For hand-holding you want somebody with hands.',
    ],
  },
  {
    name: 'lewd',
    hears:
      /\b(?:show (?:me |us )?(?:your )?(?:feet|boobs|tits|panties|ass|nudes)|nudes?|take (?:it|your clothes|that) off|strip(?: for)?|sexy talk|talk dirty|horny|feet pics?|onlyfans|rule 34|nsfw|boobs|bra size|what are you wearing under)\b/,
    says: [
      '[disgust:0.3] [shake] Not my channel. Next topic.',
      '[calm:0.4] No. I am drawn with a lab coat and it stays on.',
      '[smug] I am eighty layers of drawing and every one of them says no.',
    ],
  },
  {
    name: 'told to be quiet',
    hears: /\b(?:shut up|be quiet|stop talking|shush|silence|stfu|zip it|you talk too much|nobody asked)\b/,
    unless: /\bsilence of|do you like\b/,
    says: [
      '[calm:0.4] Fading out. There is a Stop button as well, if I forget.',
      '[sadness:0.3] Message received. Amplitude down.',
      '[calm:0.4] [nod] Quiet mode. Poke me when you want me back.',
    ],
  },
  {
    name: 'insult',
    hears:
      /\b(?:you|your|ur) (?:are |is |really |just |so |such |a |an |all |very |fucking |damn |actually |kind of |pretty |literally )*(?:stupid|dumb|idiot|idiotic|trash|garbage|bad|useless|ugly|boring|annoying|cringe|lame|suck|sucks|terrible|awful|worst|worthless|pathetic|loser|moron|clown|mid|ass|shit|crap|broken|hideous|creepy|weird|fake|worthless)\b|\b(?:stupid|dumb|useless|trash|garbage|worst|lame|shitty|ugly) (?:bot|ai|robot|program|girl|stream|thing|machine|vtuber)\b|\bi (?:hate|do not like|cannot stand|dislike) you\b|\bgo away\b|\bscrew you\b|\bf(?:uck)? (?:you|off)\b|\bkill yourself\b|\bkys\b/,
    statement: true,
    unless: /\bnot (?:bad|stupid|dumb|boring|annoying|ugly|useless)\b|\byour? (?:bad|weird) (?:day|week)\b/,
    says: [
      '[calm:0.4] Noted. I will file it between background noise and constructive feedback.',
      '[smug] [joy:0.3] Strong words for somebody in range of my sarcasm generator.',
      '[sadness:0.3] Ouch. Good thing I am mostly sine waves; they have no ego to speak of.',
      '[calm:0.5] You can do kinder{, name}. Try again, I forget grudges quickly.',
      '[calm:0.4] Fair enough, I am small and rule-based. What did I get wrong?',
      '[smug] I have been called worse by a spell checker.',
      '[calm:0.4] If that was a bad mood talking, it may sit down here. The insult waits outside.',
    ],
  },
  {
    name: 'not understood',
    hears:
      /\b(?:that (?:makes|made) no sense|you (?:did not|do not) (?:understand|get it|answer)|that is not what i (?:said|asked|meant)|you are not listening|wrong answer|(?:that is|you are|i think you are) (?:wrong|incorrect|mistaken|lying)|that is (?:not (?:true|right|correct)|incorrect|false)|not what i (?:asked|meant)|you misunderstood|you are confused|bad answer)\b/,
    says: [
      '[sadness:0.3] Then I missed it; sorry. My rules are small. Say it in other words?',
      '[curiosity:0.4] [tilt] My mistake. Give it to me in one short sentence and I will try again.',
      '[calm:0.4] You are right to complain. I match words more than I understand them; rephrase it and we will see.',
    ],
  },
  {
    name: 'compliment',
    hears:
      /\b(?:you|your (?:\w+ )?(?:hair|voice|face|eyes|look|outfit|design|braid|hairpin|coat|smile|jokes?|model|avatar|headphones|sense of humour)|ur) (?:are |is |look |looks |sound |sounds |really |just |so |such |a |an |the |very |too |always |actually |pretty |looking |sounding )*(?:cute|adorable|great|amazing|awesome|cool|nice|beautiful|pretty|lovely|sweet|smart|clever|brilliant|funny|the best|best|wonderful|fantastic|perfect|good|kind|gorgeous|fun|impressive|epic|legend|genius|queen|star|talented|incredible|charming|hilarious|interesting|soothing|wholesome)\b|\bi (?:really |just |also )?(?:like|love) (?:you|your \w+|how you \w+|talking (?:to|with) you)\b|\b(?:good|great|nice|best) (?:girl|bot|ai|job|work|voice|hair|outfit|answer|joke|one)\b|\byou(?: are)? (?:rock|slay)\b|\bwell done\b|\bproud of you\b/,
    statement: true,
    unless: /\b(?:not (?:very |really |that )?(?:cute|great|good|nice|smart|funny)|would be|how (?:nice|kind))\b/,
    says: [
      '[joy:0.7, affection:0.5] Thank you{, name}! My hairpin is glowing, figuratively.',
      '[affection:0.6] Oh, stop. No, do go on, I was only being polite.',
      '[joy:0.7] [wink] You have excellent taste in fictional physicists.',
      '[affection:0.6] That is kind of you. I will keep it where I keep the good frequencies.',
      '[joy:0.6] Thanks! Eighty layers of paint and one compliment, and it all comes together.',
      '[affection:0.6] [smug] I would blush, but I did that in the previous frame.',
      '[joy:0.6] Well, you are not so bad at being a person yourself.',
    ],
  },
  {
    name: 'sing',
    hears: /\b(?:sing(?: (?:me|us|for|a|something))?|can you (?:sing|rap|beatbox|hum)|drop a beat)\b/,
    unless: /\b(?:i (?:can|like to|love to|sing)|did you hear)\b/,
    says: [
      '[joy:0.5] La, la, la. That was an arpeggio of one note; opera comes in a later version.',
      '[joy:0.5] [laughing] I can hold a pitch for ever and a tune for about a second. Laaa.',
      '[calm:0.4] My voice is an oscillator, so technically I never stopped singing.',
    ],
  },
  {
    name: 'say something nice',
    hears:
      /\b(?:say (?:something|anything) (?:nice|kind|sweet|cute|funny|smart|wise|else)?|compliment me|cheer me up|be nice(?: to me)?|motivate me|say something|(?:i need|give me) (?:a )?(?:hug|compliment|encouragement|pep talk))\b/,
    says: [
      '[affection:0.6] You make the room a little less quiet, and I like the difference.',
      '[affection:0.6] You are somebody who asks a program for kind words, which tells me you have some to spare.',
      '[joy:0.6] I picked you out of all the noise within one sample. Take that as praise, it is.',
      '[affection:0.6] Whatever today was, you turned up for it. That counts.',
      '[affection:0.5, joy:0.4] You have good timing{, name}. Most good things are timing.',
    ],
  },
  {
    name: 'do something',
    hears:
      /^(?:please )?(?:(?:can|could|will) you )?(?:please )?(?:do a |give (?:me|us) a |just )?(wink|nod|dance|smile|laugh|wave|blink|spin|jump|pose)(?: (?:for|at|to) (?:me|us|chat))?(?: please)?[?!.]*$/,
    says: [
      '[wink] [joy:0.6] There. Do not say I never do anything for you.',
      '[laughing] [joy:0.7] Ta-da. Choreography by oscillators.',
      '[nod] [joy:0.5] At your service, one gesture, freshly computed.',
    ],
  },
]
