using Responsables.Domain.Consolidation;
using Responsables.Domain.Publications;
using Responsables.Web.Consolidation;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Publications;

/// <summary>Editions in words.</summary>
internal static class EditionWords
{
    public static string TagOf(EditionState state) => state switch
    {
        EditionState.Prepared => "todo",
        EditionState.Approved or EditionState.Embargoed => "doing",
        EditionState.Public => "done",
        EditionState.Refused => "late",
        _ => "",
    };

    /// <summary>A figure with its unit, or why there is none.</summary>
    public static string Value(decimal? value, NoValue reason, string unit) =>
        value is not null ? FigureWords.WithUnit(value, FigureWords.ShortUnit(unit)) : reason == NoValue.Secret ? T["publications.secret"] : Show.Missing;
}
