namespace Responsables.Domain.Shared;

/// <summary>One reason for a refusal.</summary>
/// <param name="Code">Stable code, <c>room.problem</c>; its sentence in each language is a resource.</param>
/// <param name="Place">Where it is: a field, a line and column, a path in a file; null when it is about the whole.</param>
/// <param name="Arguments">What the sentence quotes, in its order.</param>
public sealed record Problem(string Code, string? Place, params object?[] Arguments);
