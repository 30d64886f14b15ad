// In: her name. Out: the mark by which viewers see that she is an AI. Nothing on the page may cover it.
export function BadgeMark({ name }: { name: string }) {
  return (
    <span className="badge" role="img" aria-label={`${name} is an AI character`}>
      AI
    </span>
  )
}
