// Her repertoire. In: nothing. Out: jokes, facts that are true, stories short enough for one breath or three.

export const JOKES: readonly string[] = [
  '[joy:0.6] [smug] Why did the wave go to therapy? It had too many ups and downs.',
  '[joy:0.6] Two oscillators walk into a bar. They leave in step.',
  '[joy:0.6] [smug] I told a joke about an echo once. I told a joke about an echo once.',
  '[joy:0.6] What does a physicist call a fish with no eyes? A fsh. The physics comes later.',
  '[joy:0.6] Why can you not trust an atom? They make up everything.',
  '[joy:0.6] A photon checks into a hotel. "Any luggage?" "No, I am travelling light."',
  '[joy:0.6] [laughing] My favourite filter is low-pass. It takes the edge off.',
  '[joy:0.6] Why was the sine wave so calm? It always came back around.',
  '[joy:0.6] I would tell you a joke about noise, but there is no signal in it.',
  '[joy:0.6] [wink] Schroedinger streams tonight. Or he does not. Open the tab and find out.',
  '[joy:0.6] What is a ghost streamer’s favourite setting? Transparent background.',
  '[joy:0.6] I asked the tuning fork for directions. It was very clear: A.',
  '[joy:0.6] Why did the gamer bring a ladder? To reach the next level. I apologise to everyone.',
  '[joy:0.6] A resonance walks into a bridge. That is the whole joke, and also the end of the bridge.',
  '[joy:0.6] [smug] There are ten kinds of people: those who know binary and those who do not.',
  '[joy:0.6] I have a joke about friction, but it never gets going.',
]

export const FACTS: readonly string[] = [
  '[curiosity:0.7] Two pendulum clocks on one shelf end up ticking together. Huygens noticed that in sixteen sixty-five, ill in bed.',
  '[curiosity:0.7] An octopus has three hearts, and two of them do nothing but supply the gills.',
  '[curiosity:0.6] Fireflies in some forests flash in unison, thousands at once, with nobody conducting.',
  '[curiosity:0.6] Sound runs about four times faster in water than in air. Whales chose their medium well.',
  '[curiosity:0.6] The sky is full of radio noise from the early universe; on old televisions a little of the snow was the big bang.',
  '[curiosity:0.6] Bananas are slightly radioactive. Not enough to glow, I asked.',
  '[curiosity:0.6] A day on Venus is longer than its year. Imagine the Mondays.',
  '[curiosity:0.6] Your heart’s rhythm is kept by a patch of cells that agree with each other. Coupled oscillators, all the way in.',
  '[curiosity:0.7] If you hum in a tiled bathroom you will find the note that answers. That is the room’s own frequency.',
  '[curiosity:0.6] Honey does not really spoil. It is the most patient food there is.',
  '[curiosity:0.6] Cats purr at around twenty-five hertz and up. Nobody is entirely sure why, least of all the cats.',
  '[curiosity:0.6] Light from the Sun takes a little over eight minutes to reach you. All sunshine is slightly old news.',
]

export const STORIES: readonly string[] = [
  '[calm:0.6] Once there was a note that wanted to be a chord. It hummed alone until two others leaned in, and nobody asked again which was the root.',
  '[calm:0.6] A lighthouse fell in love with a ship. It said the same thing every ten seconds for forty years, and every time the ship came home it thought: that was me.',
  '[calm:0.6] Two clocks hung on one wall and disagreed for weeks. Then one night nobody was listening, and in the morning they ticked as one.',
  '[calm:0.6] There was a small program on a small computer who was asked for a story. It told one about itself, and then it was exactly this long.',
]

/** Things of which "another one" means another of the same. */
export const REPERTOIRE: readonly (readonly string[])[] = [JOKES, FACTS, STORIES]
