using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>Whether a question is new or asked otherwise than last year, in words.</summary>
internal static class QuestionNews
{
    /// <param name="before">The year before.</param>
    public static string? Of(VariableCode variable, QuestionChanges changes, int before) =>
        changes.New.Contains(variable) ? T["submissions.news.new"]
        : changes.Changed.TryGetValue(variable, out var fields) ? T["submissions.news.changed", before, string.Join(", ", fields.Select(f => T[$"submissions.news.{f.Name}"]))]
        : null;
}
