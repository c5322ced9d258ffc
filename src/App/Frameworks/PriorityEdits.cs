using System.Globalization;
using Responsables.Domain.Frameworks;

namespace Responsables.App.Frameworks;

/// <summary>A priority as the federation decides it: it is then certain.</summary>
public sealed record PriorityChange(IndicatorCode Indicator, Priority Priority);

/// <summary>Rewrites the text of a framework: its version number and the priorities of some indicators.</summary>
public static class PriorityEdits
{
    /// <summary>The new text; null when one of the values cannot be found in it.</summary>
    public static string? Of(string yaml, Framework framework, int version, IReadOnlyList<PriorityChange> changes)
    {
        var edits = new YamlEdits(yaml);
        edits.Put(version.ToString(CultureInfo.InvariantCulture), "framework", "version");
        foreach (var change in changes)
        {
            if (FrameworkTexts.PathOf(framework, change.Indicator) is not { } path)
            {
                return null;
            }

            edits.Put(change.Priority == Priority.P1 ? "P1" : "optional", [.. path, "priority"]);
            edits.Put("true", [.. path, "priority_certain"]);
        }

        return edits.Apply();
    }
}
