using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;

namespace Responsables.Domain.Quality;

/// <summary>A body as the rules look at it.</summary>
/// <param name="Now">Its answers of the year, but for those that nobody may doubt yet (not signed): these are missing.</param>
/// <param name="Before">Its answers of the year before by the same framework; null when there are none.</param>
public sealed record QualityBody(Place Place, AnswerSheet Now, AnswerSheet? Before);
