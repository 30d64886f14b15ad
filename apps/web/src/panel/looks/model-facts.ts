// In: what the doctor knows of a model, and what its picture says of itself. Out: the facts to edit by: a puppet without a moc3 tells its own
// parameters.
import type { ModelFacts, StudioReport } from '@psiona/shared'

export function editableFacts(facts: ModelFacts, report: StudioReport | null): ModelFacts {
  // Where Live2D does not draw a model that has a moc3, somebody else stands in: her parameters are another's.
  if (facts.mocFormat !== null || facts.parameters.length > 0 || report?.renderer !== 'puppet') return facts
  return {
    ...facts,
    parameters: report.parameters.map((parameter) => ({ ...parameter, name: '' })),
    expressions: facts.expressions.length > 0 ? facts.expressions : report.expressions,
  }
}
