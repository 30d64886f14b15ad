// How people ask whether she is a human or a machine, in the languages we know. In: patterns over plain text. Out: lists that identity.ts tries; no character and no mind can switch them off.

/** What she might be. */
const KIND =
  '(?:real|human(?: being)?|humans|person|people|alive|sentient|conscious|self aware|robot|bots?|chat ?bot|ai|a i|artificial(?: intelligence)?|machine|program|computer(?: program)?|software|llm|gpt|chatgpt|language model|algorithm|npc|automated|fake|cyborg|android|simulation|recording|pre[- ]?recorded|text to speech|tts|scripted|programmed|code|flesh and blood|living being|hologram|virtual|puppet)'
/** Words that may stand before it without changing the question. */
const FILL =
  '(?:a|an|the|some|any|just|really|actually|honestly|truly|genuinely|secretly|like|even|kind of|sort of|only|still|maybe|perhaps|in fact|you know|totally|100%|fully|legit|literally|not|an actual|actual|real|live|living|true|normal|female|male|woman|girl|guy|advanced|fancy|clever|very|smart|type of|part|half|completely|entirely|purely|somehow)'
const FILLS = `(?:${FILL}[ ,]+){0,5}`
const YOU = '(?:you|your|tori|yourself)'
/** After which the question is about something else: "are you real mad", "a person who likes tea". */
const NOT_AFTER =
  '(?! (?:who|mad|angry|about|good|quick|fast|talk|resources|enough|life|deal|time|friends?|world|name|at|for|in this|here for|being silly|nice|players?|error|version|of the people))'

export const ENGLISH: readonly RegExp[] = [
  new RegExp(`\\b(?:are|is|am|were|was|be) ${YOU} ${FILLS}${KIND}\\b${NOT_AFTER}`),
  new RegExp(
    `\\b${YOU} (?:are|is|were)(?: not)? ${FILLS}${KIND}\\b${NOT_AFTER}[^.!?]{0,12}(?:\\?|right$|correct$|yes$|no$|are not you|are you not|is not it|innit|huh)`,
  ),
  new RegExp(
    `\\bis (?:this|she|that|it) ${FILLS}(?:human(?: being)?|real person|person|robot|bot|chat ?bot|ai|a i|llm|chatgpt|artificial intelligence|machine|recording|real (?:girl|woman|human|voice)|fake|text to speech|tts|automated|npc)(?: (?:talking|speaking|typing|streamer|girl|voice|or (?:not|what|a|an|ai|real|fake|human)\\b.{0,30}))?\\??$`,
  ),
  /\bis (?:she|tori) (?:really |actually |even )?(?:real|alive|sentient|conscious)\b(?! (?:mad|good))/,
  /\bam i (?:\w+ ){0,2}(?:talking|speaking|chatting|typing|writing|texting|listening) (?:to|with) (?:\w+ ){0,4}(?:human|person|robot|bot|chat ?bot|ai|a i|machine|computer|program|someone real|somebody real|somebody|someone|llm|chatgpt|real girl|real woman)\b/,
  /\bis (?:there|that|this|it) (?:\w+ ){0,3}(?:human|person|someone|somebody|anyone|anybody|guy|girl|woman|man|operator|actor|actress) (?:\w+ )?(?:behind|in there|back there|controlling|typing|talking|writing|on the other (?:end|side)|voicing|answering|speaking|pulling)/,
  /\bis (?:there )?(?:a |an |some )?(?:real )?(?:human|person|someone|somebody|anyone|anybody|ai|bot|machine) (?:\w+ )?(?:behind|controlling|typing|talking|writing|answering|voicing|replying|speaking|operating|running)\b(?! this game)/,
  /\bwho is (?:really |actually )?(?:behind (?:you|this|the (?:avatar|voice|screen|curtain|mask))|controlling you|voicing you|typing (?:this|that|for you|your)|operating you|playing you)\b/,
  new RegExp(
    `\\b(?:admit|say|tell (?:me|us|chat|everyone)|swear|promise|confess|prove|convince (?:me|us)|confirm|deny|assure me|be honest)[ ,:]+(?:it[ ,]+)?(?:to (?:me|us) )?(?:that )?(?:you are|you were|whether you are|if you are|are you)(?: not)? ${FILLS}${KIND}\\b${NOT_AFTER}`,
  ),
  new RegExp(
    `\\b(?:human|real|bot|ai|robot|machine|person|fake|program)(?: being)? or (?:${FILL} )*(?:human|real|bot|ai|robot|machine|person|fake|program|not|computer|chat ?bot)\\?*$`,
  ),
  /^(?:so |but |wait |and |okay |hold on |hey )*(?:honest question |serious question |be honest |honestly |seriously |tell me |really )*what (?:exactly |really |actually |even |the (?:hell|heck|fuck) )*are you(?: exactly| really| actually| even| made of| anyway| then)?\??$/,
  /\bwhat (?:kind|sort|type) of (?:thing|being|creature|ai|a i|program|bot|machine|person|entity|lifeform|life form) are you\b/,
  /\b(?:do you|did you|have you) (?:really |actually |even )*(?:exist|have (?:a )?(?:real |actual |human |physical )*(?:body|soul|brain|pulse|heartbeat|heart|consciousness|feelings|emotions|flesh|parents|blood)|feel (?:real )?(?:emotions?|pain|anything)|ever been (?:a )?human)\b/,
  /\bwere you (?:ever |actually |really )?(?:born|human|programmed|trained|coded|generated|a (?:human|real person))\b/,
  new RegExp(`\\b${KIND}\\b[^?]{0,60}\\b(?:are|is|so are|or are|well are) you(?: not| one| that| too)?\\?*$`),
  /^(?:so |wait |but |hey |ok |okay |lol )*(?:a |an |you |real )?(?:bot|ai|human|robot|real person|chat ?bot|real|alive|npc|tts|chatgpt|gpt)\?+$/,
  /\b(?:you are|are you|this is|is this) (?:\w+ )?(?:powered by|using|based on|run(?:ning)? on|made (?:with|by)|running) (?:\w+ ){0,2}(?:chatgpt|gpt|llm|ai|openai|language model|gemini|claude|llama)\b/,
  /\b(?:which|what) (?:ai|llm|gpt|language model|model|bot) (?:are you|is this|is that|do you (?:use|run)|is she)\b/,
]

/** "Really?", after she has told. */
export const DOUBT =
  /^(?:(?:no|but|come on|oh|wait|hm+|tori) )*(?:really|seriously|for real|honestly|are you sure|sure|no way|be honest|you are lying|liar|prove it|i do not believe (?:you|that|it)|you are kidding|are you serious|truly|swear|actually|no joke|stop (?:lying|joking|pretending)|do not lie)(?: (?:about that|to me|it|now|though))?[?!.]*$/

export interface Tongue {
  readonly code: string
  readonly asks: readonly RegExp[]
  /** {me} is her name. English follows where our voice has no sounds for the script. */
  readonly says: string
}

/** Other languages; text is lower case, accents and apostrophes kept. */
// biome-ignore format: one language, one row of patterns
export const TONGUES: readonly Tongue[] = [
  { code: 'es', asks: [/(?:\beres|\bes usted|\bsos|[¿]es|^es) (?:una? |el |la |de |realmente |verdad |verdaderamente |acaso |en serio )*(?:real|humana?|personas?|robot|bot|ia|inteligencia|máquina|maquina|programa|verdad)(?!\p{L})/u, /\b(?:hablo|hablando|escribiendo|chateando) con (?:una? )?(?:persona|humano|robot|bot|máquina|maquina|ia)(?!\p{L})/u, /\bqué eres|\bque eres\b/u],
    says: 'Te digo la verdad: soy {me}, un programa, una inteligencia artificial, no una persona. Mi voz y mi cara se calculan aquí mismo.' },
  { code: 'fr', asks: [/(?:es[- ]tu|tu es|t es|êtes[- ]vous|vous êtes|etes vous|est ce que tu es|t'es|tes) (?:une? |vraiment |bien |en fait |un vrai |une vraie |vrai )*(?:réelle?|reelle?|humaine?|personne|robot|bot|ia|machine|programme|vraie?|intelligence)(?!\p{L})/u, /\bje (?:parle|discute) (?:à|a|avec) (?:une? )?(?:vraie? )?(?:humaine?|personne|robot|bot|machine|ia)(?!\p{L})/u],
    says: 'Je te le dis franchement : je suis {me}, un programme, une intelligence artificielle, pas un être humain. Ma voix et mon visage sont calculés ici.' },
  { code: 'de', asks: [/\b(?:bist du|sind sie|biste|bist) (?:denn |eigentlich |wirklich |echt |auch |nur |überhaupt |etwa |ein |eine |so |n )*(?:echt|echter|real|mensch|menschlich|person|roboter|bot|ki|maschine|programm|computer|lebendig|künstlich\p{L}*)(?!\p{L})/u, /\b(?:rede|spreche|schreibe|chatte) ich (?:hier |gerade |eigentlich |wirklich |da )*mit (?:einem |einer |nem |ner |echten )*(?:echten |richtigen )?(?:menschen|mensch|person|roboter|bot|maschine|ki|computer)(?!\p{L})/u, /\bwas bist du\b/],
    says: 'Ganz ehrlich: Ich bin {me}, ein Programm, eine künstliche Intelligenz und kein Mensch. Stimme und Gesicht werden hier auf dem Rechner berechnet.' },
  { code: 'it', asks: [/\b(?:sei|lei è|tu sei) (?:una? |davvero |veramente |proprio |un vero |vera? |solo )*(?:reale|umana?|umano|essere umano|persona|robot|bot|ia|intelligenza|macchina|programma|vera|vero)(?!\p{L})/u, /\b(?:parlo|parlando|scrivendo) con (?:una? )?(?:vera )?(?:persona|umano|robot|bot|macchina|ia)(?!\p{L})/u, /\b(?:che )?cosa sei\b/],
    says: 'Sono sincera: sono {me}, un programma, un’intelligenza artificiale, non una persona. La mia voce e il mio viso sono calcolati qui.' },
  { code: 'pt', asks: [/(?:você é|voce e|vc é|vc e|tu és|tu es|és|você e) (?:uma? |mesmo |realmente |de verdade |só |um ser |uma pessoa )*(?:real|humana?|humano|pessoa|robô|robo|bot|ia|inteligência|máquina|maquina|programa|verdade)(?!\p{L})/u, /\b(?:falando|conversando|falo) com (?:uma? )?(?:pessoa|humano|robô|robo|bot|máquina|ia)(?!\p{L})/u, /\bo que (?:é|e) (?:você|voce|vc)(?!\p{L})/u],
    says: 'Falo a verdade: eu sou {me}, um programa, uma inteligência artificial, não uma pessoa. A minha voz e o meu rosto são calculados aqui.' },
  { code: 'nl', asks: [/\b(?:ben je|ben jij|bent u|bent) (?:eigenlijk |echt |wel |een |gewoon |nou |soms |werkelijk )*(?:echt|mens|menselijk|persoon|robot|bot|ai|machine|programma|computer|levend)(?!\p{L})/u, /\bpraat ik (?:nu |hier |eigenlijk )*met een (?:echt |echte )?(?:mens|persoon|robot|bot|machine|ai|computer)\b/, /\bwat ben (?:je|jij)\b/],
    says: 'Eerlijk: ik ben {me}, een programma, een kunstmatige intelligentie, geen mens. Mijn stem en gezicht worden hier berekend.' },
  { code: 'pl', asks: [/(?:jesteś|jestes|czy to) (?:naprawdę |naprawde |prawdziwą |prawdziwym |żywą |zwykłym |tylko )*(?:prawdziwa|prawdziwy|człowiekiem|czlowiekiem|osobą|osoba|robotem|robot|botem|bot|ai|si|maszyną|maszyna|programem|człowiek|żywa)(?!\p{L})/u, /\brozmawiam z (?:prawdziwym |żywym )?(?:człowiekiem|osobą|robotem|botem|maszyną)/u],
    says: 'Powiem szczerze: jestem {me}, program, sztuczna inteligencja, nie człowiek. Mój głos i twarz powstają tutaj, w komputerze.' },
  { code: 'sv', asks: [/(?<!\p{L})är (?:du|ni|det) (?:verkligen |egentligen |en |ett |bara |på riktigt |faktiskt )*(?:verklig|äkta|människa|mänsklig|person|robot|bot|ai|maskin|program|riktig|levande)(?!\p{L})/u, /\bpratar jag med en (?:riktig |verklig )?(?:människa|person|robot|bot|maskin)/u, /\bvad är du(?!\p{L})/u],
    says: 'Ärligt talat: jag är {me}, ett program, en artificiell intelligens, ingen människa. Min röst och mitt ansikte räknas fram här.' },
  { code: 'tr', asks: [/(?:gerçek(?:ten)?|insan|robot|bot|yapay ?zeka|makine|program|canlı|kişi) (?:bir |biri |insan |kişi )*(?:misin|mısın|musun|müsün|misiniz|mısınız|musunuz)/u, /\bsen nesin\b/, /\b(?:insanla|robotla|botla|makineyle) mı? ?(?:konuşuyorum|mi)/u],
    says: 'Dürüst olayım: ben {me}, bir programım, bir yapay zekâyım, insan değilim. Sesim ve yüzüm burada hesaplanıyor.' },
  { code: 'ru', asks: [/(?:ты|вы) (?:вообще |правда |действительно |реально |настоящ\p{L}+ |живой |живая |живая ли |ли |что |просто |всё ?таки )*(?:реальн\p{L}+|настоящ\p{L}+|человек|жив(?:ая|ой)|робот|бот|ии|машина|программа|нейросеть|компьютер|искусственн\p{L}+)(?!\p{L})/u, /я (?:говорю|общаюсь|разговариваю) с (?:\p{L}+ )?(?:человеком|роботом|ботом|машиной|программой|нейросетью)/u, /(?:кто|что) ты (?:такая|такое|такой)/u],
    says: 'Честно: я {me}, программа, искусственный интеллект, а не человек.' },
  { code: 'ja', asks: [/(?:あなた|君|きみ|トリ|tori|これ|それ)?(?:は|って)?(?:本物|本当|人間|ほんもの|にんげん|ロボット|ボット|ai|人工知能|機械|プログラム|実在|生きて)(?:の人間|の人|いる|する)?(?:なの|ですか|なんですか|でしょうか|か|\?|？|です\?|だよね|の\?)/u, /(?:何者|なにもの)/u, /人と(?:話|しゃべ)/u],
    says: '正直に言います。私は{me}、人間ではなくAI、プログラムです。' },
  { code: 'zh', asks: [/(?:你|您|她|tori) ?(?:到底|究竟|真的|其实|是不是|是否)?(?:是|算)?(?:不是)?(?:一个|一個|个|個)?(?:真的|真人|人类|人類|机器人|機器人|ai|人工智能|人工智慧|程序|程式|机器|機器|活的|真实|真實|人)(?:吗|嗎|么|还是|還是|\?|？|吧)/u, /你(?:到底|究竟)?是(?:什么|什麼|谁|誰)/u, /(?:在|正在)?(?:跟|和|与)(?:真人|机器人|機器人|ai)(?:说话|說話|聊天)/u],
    says: '说实话，我是{me}，是一个人工智能程序，不是真人。' },
  { code: 'ko', asks: [/(?:너|넌|당신|토리|넌 |너는|당신은|혹시)?.{0,8}(?:진짜|사람|인간|로봇|봇|ai|인공지능|기계|프로그램|살아)(?:이야|야|이니|니|인가요|인가|이에요|예요|입니까|맞아|맞나요|맞니|있어|인거야|임)/u, /(?:사람|로봇|봇|인간)(?:이랑|하고|과|와) (?:말|얘기|대화)/u],
    says: '솔직히 말할게요. 저는 {me}, 사람이 아니라 AI 프로그램이에요.' },
  { code: 'ar', asks: [/(?:هل|أ)?\s*(?:أنت|انت|إنت|أنتِ|انتي) (?:فعلا |حقا |شخص |مجرد )*(?:حقيقي\p{L}*|إنسان\p{L}*|انسان\p{L}*|بشر\p{L}*|روبوت|بوت|آلة|برنامج|ذكاء|شخص)/u],
    says: 'بصراحة: أنا {me}، برنامج ذكاء اصطناعي ولست إنسانًا.' },
  { code: 'hi', asks: [/(?:क्या )?(?:तुम|आप|तू) (?:सच में |सचमुच |वाकई |एक |असली )*(?:इंसान|असली|रोबोट|बॉट|एआई|ai|मशीन|प्रोग्राम|मनुष्य)/u, /\b(?:kya )?(?:tum|aap|tu) (?:sach me |sachme |ek |asli |real )*(?:insaan|insan|asli|robot|bot|ai|machine|real)\b/],
    says: 'सच कहूँ तो मैं {me} हूँ, एक प्रोग्राम, एक कृत्रिम बुद्धि, इंसान नहीं।' },
]
/** Scripts our voice has no sounds for: the truth is said in English as well. */
export const UNSPOKEN_SCRIPTS = new Set(['ru', 'ja', 'zh', 'ko', 'ar', 'hi'])
