using Responsables.App.Publications.Texts;
using Responsables.Domain.Frameworks;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Publications;

/// <summary>Sections of reports in words.</summary>
internal static class SectionWords
{
    public static string TitleOf(ReportSection section) => section.Title ?? T[$"publications.section.{section.Code}"];

    public static string TagOf(ReportText? text) => text?.Last is not { Text.Length: > 0 } ? "todo" : text.IsSigned ? "done" : "doing";

    public static string StateOf(ReportText? text) => T[text?.Last is not { Text.Length: > 0 } ? "publications.text.todo" : text.IsSigned ? "publications.text.done" : "publications.text.to-sign"];

    /// <summary>What may be written of an indicator, as it is typed.</summary>
    public static string PlaceOf(string word, Indicator indicator) => $"{{{word}:{indicator.Code}}}";
}
