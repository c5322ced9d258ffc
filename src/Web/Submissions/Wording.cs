using Responsables.Domain.Submissions;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>Names of pages and blocks.</summary>
internal static class Wording
{
    /// <summary>« E2 Porter notre responsabilité sociale interne ».</summary>
    public static string TitleOf(FormPage page) => page.Commitment is { } c ? $"{c.Code} {c.Title}" : T["submissions.context"];

    /// <summary>« E2 Social ».</summary>
    public static string ShortOf(FormPage page) => page.Commitment is { } c ? $"{c.Code} {c.ShortTitle}" : T["submissions.context"];

    /// <summary>The language of a title that is the framework's; null for ours, which is that of the page.</summary>
    public static string? LangOf(FormPage page) => page.Commitment is null ? null : "fr";

    public static string? LangOf(Block block) => block.Indicator is null ? null : "fr";

    public static string TitleOf(Block block) => block.Indicator?.Title ?? T["submissions.context"];
}
