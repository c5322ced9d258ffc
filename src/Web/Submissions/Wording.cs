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

    public static string TitleOf(Block block) => block.Indicator?.Title ?? T["submissions.context"];
}
