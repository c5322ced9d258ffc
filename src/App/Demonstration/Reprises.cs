using Responsables.App.Submissions;
using Responsables.Domain.Submissions;

namespace Responsables.App.Demonstration;

/// <summary>A year of the demonstration as the rows of the file that anybody could import: their codes and values are checked like those of one.</summary>
internal static class Reprises
{
    public static AnswersReading Of(IEnumerable<ImaginedDossier> dossiers)
    {
        var lines = new List<AnswerLine>();
        foreach (var (dossier, answer) in dossiers.SelectMany(d => d.Answers.All.Select(a => (d, a))))
        {
            var state = answer.State switch { AnswerState.NotApplicable => AnswersCsv.NotApplicable, AnswerState.Unavailable => AnswersCsv.Unavailable, _ => "" };
            // The first line of a file is its header.
            lines.Add(new AnswerLine(
                lines.Count + 2, dossier.Body.Code.Value, answer.Variable.Value, answer.Cell.Value, answer.Value ?? "", state, answer.Comment ?? ""));
        }

        return new AnswersReading(lines, []);
    }
}
