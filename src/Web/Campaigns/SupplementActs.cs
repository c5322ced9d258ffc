using System.Globalization;
using System.Text;
using Responsables.App.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>What a branch adds to a framework for its own bodies.</summary>
internal static class SupplementActs
{
    private const string FileName = "fichier";

    public static async Task<IResult> ShowAsync(HttpContext http, SupplementQuery query, string? referentiel, string? branche, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), CodeOf(referentiel), branche, cancel) is { } view
            ? Page.Of<SupplementPage>(new { View = view })
            : Page.Missing();

    public static async Task<IResult> DownloadAsync(HttpContext http, SupplementQuery query, string? referentiel, string? branche, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), CodeOf(referentiel), branche, cancel) is { Yaml: { } yaml } view
            ? Results.File(Encoding.UTF8.GetBytes(yaml), "application/yaml; charset=utf-8", $"{view.Framework.Code}-{Slug.Of(view.Branch)}-{view.Version.ToString(CultureInfo.InvariantCulture)}.yaml")
            : Page.Missing();

    public static async Task<IResult> ShowFormAsync(HttpContext http, SupplementQuery query, string? referentiel, string? branche, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), CodeOf(referentiel), branche, cancel) is { MayChange: true } view
            ? Page.Of<NewIndicatorPage>(new { View = view, Input = NewIndicatorInput.Begun(view) })
            : Page.Missing();

    /// <summary>Adds an indicator that was described in the form.</summary>
    public static async Task<IResult> AddAsync(Form form, HttpContext http, SupplementQuery query, ChangeSupplement change, CancellationToken cancel)
    {
        if (await ViewAsync(form, http, query, cancel) is not { MayChange: true } view)
        {
            return Page.Missing();
        }

        var input = NewIndicatorInput.Of(form);
        return input.Read(view) switch
        {
            Outcome<string>.Done { Value: var yaml } => (await change.RunAsync(http.SignedIn(), Wanted(view, form, yaml), form.Key, cancel)) switch
            {
                Outcome<SupplementChanged>.Done => Page.GoTo(SupplementUrls.Of(view.Framework.Code, view.Branch), "campaigns.supplement.added", input.Title, view.Branch),
                Outcome<SupplementChanged>.Refused refused => Page.Refused<NewIndicatorPage>(new { View = view, Input = input, refused.Problems }),
                Outcome<SupplementChanged>.Stale stale => Page.Of<NewIndicatorPage>(new { View = view, Input = input, stale.Problems }, StatusCodes.Status409Conflict),
                _ => Page.Missing(),
            },
            Outcome<string>.Refused refused => Page.Refused<NewIndicatorPage>(new { View = view, Input = input, refused.Problems }),
            _ => Page.Missing(),
        };
    }

    /// <summary>Takes back one indicator, or everything.</summary>
    public static async Task<IResult> RemoveAsync(Form form, HttpContext http, SupplementQuery query, ChangeSupplement change, CancellationToken cancel)
    {
        if (await ViewAsync(form, http, query, cancel) is not { MayChange: true, Yaml: { } yaml } view)
        {
            return Page.Missing();
        }

        var indicator = form["indicateur"];
        var kept = indicator.Length == 0 ? null : SupplementText.Without(yaml, new IndicatorCode(indicator));
        return Answer(view, await change.RunAsync(http.SignedIn(), Wanted(view, form, kept), form.Key, cancel), "campaigns.supplement.removed");
    }

    /// <summary>Checks the file of a branch, or keeps it: the same faults either way.</summary>
    public static async Task<IResult> ImportAsync(Form form, HttpContext http, SupplementQuery query, ChangeSupplement change, CancellationToken cancel)
    {
        if (await ViewAsync(form, http, query, cancel) is not { MayChange: true } view)
        {
            return Page.Missing();
        }

        var read = await form.TextOfAsync(FileName, cancel);
        if (read is not Outcome<string>.Done { Value: var yaml })
        {
            return read.ToPage(_ => Page.Missing(), problems => Page.Refused<SupplementPage>(new { View = view, Problems = problems }));
        }

        var wanted = Wanted(view, form, yaml);
        if (form["acte"] == "importer")
        {
            return Answer(view, await change.RunAsync(http.SignedIn(), wanted, form.Key, cancel), "campaigns.supplement.imported");
        }

        var preview = await change.PreviewAsync(http.SignedIn(), wanted, cancel);
        return preview is Outcome<SupplementChanged>.Done { Value: var would }
            ? Page.Of<SupplementPage>(new { View = view, Would = would })
            : Answer(view, preview, "campaigns.supplement.imported");
    }

    private static IResult Answer(SupplementView view, Outcome<SupplementChanged> outcome, string done) => outcome switch
    {
        Outcome<SupplementChanged>.Done { Value: var changed } => Page.GoTo(
            SupplementUrls.Of(view.Framework.Code, view.Branch), done, Texts.T.Plural("campaigns.supplement.count", changed.Indicators), view.Branch),
        Outcome<SupplementChanged>.Refused refused => Page.Refused<SupplementPage>(new { View = view, refused.Problems }),
        Outcome<SupplementChanged>.Stale stale => Page.Of<SupplementPage>(new { View = view, stale.Problems }, StatusCodes.Status409Conflict),
        _ => Page.Missing(),
    };

    private static Task<SupplementView?> ViewAsync(Form form, HttpContext http, SupplementQuery query, CancellationToken cancel) =>
        query.RunAsync(http.SignedIn(), CodeOf(form["referentiel"]), form["branche"], cancel);

    // Upon the version that the page showed, which another one may have followed since.
    private static SupplementWanted Wanted(SupplementView view, Form form, string? yaml) => new(
        view.Framework.Code, view.Branch, int.TryParse(form["version"], CultureInfo.InvariantCulture, out var version) ? version : -1, yaml);

    private static FrameworkCode? CodeOf(string? text) => text is { Length: > 0 } ? new FrameworkCode(text) : null;
}
