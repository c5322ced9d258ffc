using System.Text.Json;
using Responsables.App.Submissions;
using Responsables.App.Trail;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Submissions;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>What an act of the trail changed in one question, in words.</summary>
internal static class QuestionChange
{
    public static IEnumerable<string> Of(TrailLine act, Variable variable)
    {
        using var before = JsonDocument.Parse(act.Before ?? "{}");
        using var after = JsonDocument.Parse(act.After ?? "{}");
        var lines = new List<string>();
        foreach (var cell in variable.BrokenDown.Prepend(CellKey.Total))
        {
            var place = AnswerPlace.Of(variable.Code, cell);
            if (after.RootElement.ValueKind == JsonValueKind.Object && after.RootElement.TryGetProperty(place, out var now))
            {
                var was = before.RootElement.ValueKind == JsonValueKind.Object && before.RootElement.TryGetProperty(place, out var there) ? Said(there, variable) : Kit.Show.Missing;
                var change = T["submissions.acts.change", was, Said(now, variable)];
                lines.Add(cell.IsTotal && !variable.BrokenDown.Any() ? change : T["submissions.of-cell", cell.IsTotal ? T["submissions.total"] : FieldText.Cell(variable, cell), change]);
            }
        }

        return lines;
    }

    private static string Said(JsonElement answer, Variable variable)
    {
        if (answer.ValueKind != JsonValueKind.Object)
        {
            return Kit.Show.Missing;
        }

        var state = Text(answer, "state") is { } name && Enum.TryParse<AnswerState>(name, out var known) ? known : AnswerState.Missing;
        var value = FieldText.Shown(variable, state, Text(answer, "value"));
        return Text(answer, "comment") is { Length: > 0 } comment ? T["submissions.conflict.with-comment", value, comment] : value;
    }

    private static string? Text(JsonElement answer, string name) => answer.TryGetProperty(name, out var text) ? text.GetString() : null;
}
