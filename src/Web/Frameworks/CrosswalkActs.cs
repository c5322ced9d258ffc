using System.Globalization;
using System.Text;
using Responsables.App.Consolidation;
using Responsables.App.Frameworks;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Frameworks.Crosswalks;
using Responsables.Web.Platform;

namespace Responsables.Web.Frameworks;

/// <summary>What other frameworks ask for, and what ours hold of it.</summary>
internal static class CrosswalkActs
{
    public const string StateName = "etat";
    public const string YearName = "annee";
    public const string VersionName = "version";

    public static async Task<IResult> ListAsync(CrosswalkQuery query, CancellationToken cancel) =>
        Page.Of<CrosswalksPage>(new { Views = await query.AllAsync(cancel) });

    public static async Task<IResult> ShowAsync(
        string crosswalk, string framework, int? version, string? etat, string? annee, HttpContext http, CrosswalkQuery query, HeldFiguresQuery figures, CancellationToken cancel) =>
        await FindAsync(crosswalk, framework, version, etat, annee, http, query, figures, cancel) is var (view, state, found)
            ? Page.Of<CrosswalkPage>(new { View = view, State = state, Figures = found })
            : Page.Missing();

    public static async Task<IResult> DownloadAsync(
        string crosswalk, string framework, int? version, string? etat, string? annee, HttpContext http, CrosswalkQuery query, HeldFiguresQuery figures, CancellationToken cancel) =>
        await FindAsync(crosswalk, framework, version, etat, annee, http, query, figures, cancel) is var (view, state, found)
            ? Results.File(
                Encoding.UTF8.GetBytes(CrosswalkCsv.Of(view, Of(view, state), found?.Year is null ? null : found)), "text/csv; charset=utf-8",
                $"{view.Crosswalk.Code}-{view.View.Framework.Code}.csv")
            : Page.Missing();

    /// <summary>The values that are shown.</summary>
    public static IEnumerable<CoveredValue> Of(CrosswalkView view, HoldingState? state) => view.Coverage.Values.Where(v => state is null || v.Holding.State == state);

    // A state that is none, and a year whose figures are not for this person, are no address.
    private static async Task<(CrosswalkView View, HoldingState? State, HeldFigures? Figures)?> FindAsync(
        string crosswalk, string framework, int? version, string? state, string? year, HttpContext http, CrosswalkQuery query, HeldFiguresQuery figures, CancellationToken cancel)
    {
        var code = new FrameworkCode(framework);
        var asked = string.IsNullOrEmpty(year) ? (int?)null : int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (await query.FindAsync(crosswalk, code, version, cancel) is not { } view || (!string.IsNullOrEmpty(state) && CrosswalkWords.StateOf(state) is null))
        {
            return null;
        }

        var found = await figures.RunAsync(http.SignedIn(), code, asked, view.Coverage.Values.SelectMany(v => v.Holding.By), cancel);
        return found is null && asked is not null ? null : (view, CrosswalkWords.StateOf(state), found);
    }
}
