// Out: variants as they stand in a character file, to begin from. A test reads it as the server would. Nothing flows in.
export const VARIANT_EXAMPLE = `appearance:
  model: tori
  variants:
    - id: cosy
      title: Cosy evening
      outfit: evening
      when:
        hours: [22, 6]
        mood: { emotion: calm, atLeast: 0.3 }
    - id: party
      accessories: { hat: true }
      command: party # !party in chat
      commandBy: subscribers
      commandMinutes: 10
`
