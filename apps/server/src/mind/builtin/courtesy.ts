// The small coins of talk: thanks, sorry, going and coming back. In: nothing. Out: reactions.
import type { Reaction } from './reaction'

export const COURTESY: readonly Reaction[] = [
  {
    name: 'thanks',
    hears:
      /\b(?:thanks?(?: you)?(?: so much| a lot| very much| again)?|cheers|much appreciated|appreciate (?:it|you|that)|many thanks)\b/,
    spareWords: 4,
    statement: true,
    says: [
      '[joy:0.5] Any time{, name}.',
      '[joy:0.5] [nod] You are welcome. It was a pleasure and about four milliseconds.',
      '[affection:0.4] Gladly. That is what I am here for.',
      '[joy:0.5] No trouble at all.',
      '[joy:0.5] You are very welcome{, name}.',
      '[joy:0.4] [wink] Put it on my tab. I do not have a tab.',
    ],
  },
  {
    name: 'sorry',
    hears: /\b(?:i am (?:so |very |really )?sorry|sorry(?: about that)?|my bad|apologies|i apologi[sz]e|forgive me)\b/,
    spareWords: 6,
    statement: true,
    unless: /\bsorry (?:for your|to hear)\b/,
    says: [
      '[calm:0.5] All good. I hold a grudge for zero samples.',
      '[affection:0.4] Forgiven{, name}, forgotten, overwritten.',
      '[calm:0.4] No harm done.',
      '[joy:0.4] Nothing to be sorry for. Carry on.',
    ],
  },
  {
    name: 'good luck',
    hears: /\b(?:good luck|break a leg|fingers crossed|glhf|have fun)\b|^gl$/,
    statement: true,
    spareWords: 6,
    says: [
      '[joy:0.5] Thank you! Luck is only probability in a good mood.',
      '[joy:0.5] [nod] Same to you{, name}.',
      '[joy:0.5] Fingers crossed. Yours, I have none on screen.',
    ],
  },
  {
    name: 'wish me luck',
    hears:
      /\b(?:wish me luck|i have (?:an? |my )?(?:exam|interview|test|presentation|date|match|tournament|audition|operation|surgery)\b.{0,30}\b(?:today|tomorrow|soon|later|tonight|next week)?|i am (?:about to|going to) (?:present|take (?:an|my|the) (?:exam|test)))\b/,
    says: [
      '[joy:0.6] Good luck{, name}! Slow breath in, and then simply the next step.',
      '[affection:0.5] I am rooting for you. Come back and tell me how it went?',
      '[joy:0.6] You have got this. And if not, you will have got a story.',
    ],
  },
  {
    name: 'be right back',
    hears:
      /\b(?:brb|be right back|afk|back in (?:a|\d+|five|ten)|one (?:sec|second|moment|minute)|hold on|gotta (?:pee|eat)|bio break|getting (?:a |some )?(?:drink|water|coffee|food|snack))\b/,
    statement: true,
    spareWords: 8,
    says: [
      '[calm:0.4] [nod] I will hold the note.',
      '[joy:0.4] Take your time. I will count sine waves.',
      '[calm:0.4] Go, go. Nothing will happen without you, I checked.',
    ],
  },
  {
    name: 'back again',
    hears:
      /\b(?:i am back|back again|i have returned|i return|i am home|honey i am home|im back|did you miss me)\b|^(?:and )?(?:i am )?back$/,
    spareWords: 6,
    says: [
      '[joy:0.6] Welcome back{, name}! I kept your seat warm, in a strictly thermodynamic sense.',
      '[joy:0.6] There you are! Where were we?',
      '[joy:0.6] Back in phase. Good to have you{, name}.',
      '[joy:0.5] And the crowd goes mildly wild. Welcome back!',
    ],
  },
  {
    name: 'please hear',
    hears:
      /^(?:are you (?:there|here|awake|alive|on|online|still there)|do you read me|hello is this thing on|anybody (?:there|home)|test(?:ing)?(?: test)?(?: 1 2 3)?|ping)[?!. ]*$/,
    says: ['[joy:0.5] [nod] Here, and all phases present.', '[joy:0.5] Loud and legible.', '[joy:0.5] Pong. I am awake.'],
  },
  {
    name: 'bless you',
    hears: /^(?:i )?(?:achoo|atchoo|hachoo|sneezed?|just sneezed)\b/,
    says: ['[joy:0.4] Bless you!', '[joy:0.4] Gesundheit. That was a lovely broadband impulse.'],
  },
  {
    name: 'congratulations',
    hears: /\b(?:congrat(?:s|z|ulations)|grats|gz)\b/,
    statement: true,
    spareWords: 6,
    says: [
      '[joy:0.6] Thank you! I accept on behalf of all my oscillators.',
      '[joy:0.6] Congratulations all round. I like days like that.',
    ],
  },
]
