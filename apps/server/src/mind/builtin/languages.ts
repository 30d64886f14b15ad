// Languages she knows by ear but does not speak yet. In: a line. Out: a greeting in that language and one sentence that says so.
import type { Rule } from './moment'

interface Language {
  readonly code: string
  /** Words no English line has two of; a greeting alone is enough. */
  readonly words: string
  readonly greetings: string
  readonly script?: RegExp
  readonly says: string
}

// biome-ignore format: one language, one block of rows
const LANGUAGES: readonly Language[] = [
  { code: 'es', greetings: 'hola|buenas|buenos dias|buenos días|buenas noches|buenas tardes', words: 'que qué como cómo estás estas muy pero para por gusta eres soy tengo quiero quieres puedes porque gracias hablas español donde dónde cuando también el los las una está esto eso juego jugar tu yo mi me te con amigo bien hoy',
    says: '¡Hola! Mi pequeña mente todavía solo habla inglés, perdona; si me escribes en inglés charlamos encantada.' },
  { code: 'fr', greetings: 'bonjour|salut|bonsoir|coucou', words: 'je tu il elle nous vous est es suis sont que qui quoi comment pourquoi avec pour pas très tres mais bien ça ca va merci parles français une les des du aime jeu jouer oui non aujourd hui c j t l',
    says: 'Bonjour ! Mon petit esprit ne parle encore que l’anglais, désolée ; en anglais, je bavarde avec plaisir.' },
  { code: 'de', greetings: 'guten tag|guten morgen|guten abend|moin|servus|grüß gott|hallöchen|na du', words: 'ich du er sie wir ihr ist bist bin sind das der die den ein eine und oder aber nicht was wie wer warum wo mit für auf auch heute geht gehts dir mir mich dich kannst sprichst deutsch danke bitte gut spiel spielst mag magst hast habe dein deine mein meine',
    says: 'Hallo! Mein kleiner Verstand kann bisher nur Englisch, tut mir leid; auf Englisch plaudere ich gern mit dir.' },
  { code: 'it', greetings: 'buongiorno|buonasera|salve', words: 'che come stai sono sei ho hai non perché perche dove quando grazie molto bene ti mi piace parli italiano questo questa il gli una con per oggi gioco giocare anche cosa ma',
    says: 'Ciao! La mia piccola mente per ora parla solo inglese, scusami; in inglese chiacchiero volentieri.' },
  { code: 'pt', greetings: 'olá|bom dia|boa noite|boa tarde|oi tudo bem', words: 'você voce vc eu não nao sim obrigado obrigada como está tudo bem por que porque muito mas fala português portugues gosta jogo jogar uma um isso esse com para seu sua meu minha estou tem quero',
    says: 'Olá! A minha pequena mente por enquanto só fala inglês, desculpe; em inglês converso com prazer.' },
  { code: 'nl', greetings: 'hoi|goedemorgen|goedenavond|goedendag|hallo daar', words: 'ik jij je hij zij wij het een niet wat hoe wie waarom waar met voor ook vandaag gaat spreek nederlands dank bedankt goed spel speel leuk maar ben bent heb hebt van jou mijn vind',
    says: 'Hoi! Mijn kleine verstand spreekt voorlopig alleen Engels, sorry; in het Engels klets ik graag mee.' },
  { code: 'pl', greetings: 'cześć|czesc|dzień dobry|dzien dobry|siema|hejka', words: 'jak się masz co to jest nie tak dlaczego gdzie dziękuję dzieki dzięki mówisz polsku ja ty jesteś bardzo dobrze gra grać lubię lubisz dzisiaj ale mam masz czy',
    says: 'Cześć! Mój mały umysł na razie mówi tylko po angielsku, przepraszam; po angielsku chętnie pogadam.' },
  { code: 'sv', greetings: 'hej hej|god morgon|god kväll|tjena|tja', words: 'jag du är och inte vad hur vem varför var med för också idag tack bra svenska pratar spel spelar tycker om din min det en ett har kan mår',
    says: 'Hej! Mitt lilla sinne talar bara engelska än så länge, förlåt; på engelska pratar jag gärna.' },
  { code: 'tr', greetings: 'merhaba|selam|günaydın|iyi akşamlar|iyi geceler', words: 'nasılsın nasilsin ne nerede neden kim ben sen bir bu çok ama için türkçe biliyor konuşuyor musun mısın teşekkürler teşekkür evet hayır oyun oynuyor bugün iyi var yok seni beni',
    says: 'Merhaba! Küçük aklım şimdilik yalnız İngilizce konuşuyor, kusura bakma; İngilizce seve seve sohbet ederim.' },
  { code: 'ru', greetings: '', words: '', script: /\p{Script=Cyrillic}{2}/u, says: 'Привет! Мой маленький разум пока говорит только по-английски. In English I am glad to chat.' },
  { code: 'ja', greetings: 'konnichiwa|ohayo|ohayou|konbanwa', words: '', script: /[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u, says: 'こんにちは！まだ英語しか話せません。In English I am glad to chat.' },
  { code: 'ko', greetings: 'annyeong|annyeonghaseyo', words: '', script: /\p{Script=Hangul}{2}/u, says: '안녕하세요! 아직 영어만 할 수 있어요. In English I am glad to chat.' },
  { code: 'zh', greetings: 'ni hao|nihao', words: '', script: /\p{Script=Han}{2}/u, says: '你好！我的小脑袋目前只会说英语。In English I am glad to chat.' },
  { code: 'ar', greetings: 'marhaba|salam alaikum|assalamu alaikum', words: '', script: /\p{Script=Arabic}{2}/u, says: 'مرحبا! عقلي الصغير لا يتكلم إلا الإنجليزية حتى الآن. In English I am glad to chat.' },
  { code: 'hi', greetings: 'namaste|namaskar', words: 'kya kaise ho hai tum aap mera tera nahi haan kyun kahan accha theek bahut main mujhe hindi bolti', script: /\p{Script=Devanagari}{2}/u, says: 'नमस्ते! मेरा छोटा दिमाग अभी केवल अंग्रेज़ी बोलता है। In English I am glad to chat.' },
]
const WORDS = LANGUAGES.map((language) => ({
  ...language,
  set: new Set(language.words.split(' ')),
  hello: new RegExp(`^(?:${language.greetings || '\\0'})(?![\\p{L}])`, 'u'),
}))
/** Words with which nearly every English line shows itself. */
const ENGLISH = new Set(
  'the is are you i and of to in it that what how my your do not can have am was for with this be at or if so just like on me we he she they about when where who why from will would there yes please think know want'.split(
    ' ',
  ),
)

/** The code of the language a line is in when that is not English; null when it may well be. */
export function foreignLanguage(raw: string): string | null {
  const text = raw
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
  const words = text.split(' ')
  const english = words.filter((word) => ENGLISH.has(word)).length
  const scripted = WORDS.find(({ script }) => script?.test(raw))
  if (scripted && english < 2) return scripted.code
  const hits = (set: ReadonlySet<string>) => words.filter((word) => set.has(word)).length
  const best = WORDS.map((language) => ({
    code: language.code,
    hits: hits(language.set) + (language.hello.test(text) ? 2 : 0),
  })).sort((a, b) => b.hits - a.hits)[0]!
  // A lone shared word proves nothing: "die", "no", "in" are English too.
  return best.hits >= 2 && best.hits > english && best.hits * 3 >= words.length ? best.code : null
}

const MORE = ['', ' English, and I am all yours.', ' One language at a time, as they say.', ' I do like how it sounds, though.']

export const otherLanguage: Rule = (moment) => {
  const code = foreignLanguage(moment.said.raw)
  const language = LANGUAGES.find((candidate) => candidate.code === code)
  return language ? { text: moment.pick(MORE.map((more) => `[joy:0.5] ${language.says}${more}`)) } : null
}
