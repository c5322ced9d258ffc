using System.Globalization;
using Responsables.App.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>Opening a campaign: its days, what it will do in numbers, then the act.</summary>
internal static class OpeningActs
{
    public static async Task<IResult> ShowAsync(HttpContext http, OpeningQuery query, int? annee, string? referentiel, CancellationToken cancel) =>
        await query.RunAsync(http.SignedIn(), annee, referentiel is { Length: > 0 } ? new FrameworkCode(referentiel) : null, cancel) is { } form
            ? Page.Of<OpeningPage>(new { Opening = form, Input = OpeningInput.Defaults(form.Year) })
            : Page.Missing();

    public static async Task<IResult> OpenAsync(Form form, HttpContext http, OpeningQuery query, OpenCampaign open, CancellationToken cancel)
    {
        var actor = http.SignedIn();
        var year = int.TryParse(form["annee"], CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        if (await query.RunAsync(actor, year, new FrameworkCode(form["referentiel"]), cancel) is not { } opening)
        {
            return Page.Missing();
        }

        var input = OpeningInput.Of(form);
        var read = input.Read(opening);
        if (read is not Outcome<CampaignOpening>.Done { Value: var wanted })
        {
            return read.ToPage(_ => Page.Missing(), problems => Page.Refused<OpeningPage>(new { Opening = opening, Input = input, Problems = problems }));
        }

        // What was confirmed is what was previewed: the branches may have chosen otherwise meanwhile.
        var isStale = form["confirme"] == "oui" && form["sceau"] != opening.Seal;
        if (form["confirme"] != "oui" || isStale)
        {
            return (await open.PreviewAsync(actor, wanted, cancel)).ToPage(
                branches => Page.Of<OpeningPreviewPage>(
                    new { Opening = opening, Input = input, Branches = branches, HasChanged = isStale },
                    isStale ? StatusCodes.Status409Conflict : StatusCodes.Status200OK),
                problems => Page.Refused<OpeningPage>(new { Opening = opening, Input = input, Problems = problems }));
        }

        return (await open.RunAsync(actor, wanted, form.Key, cancel)).ToPage(
            done => Page.GoTo($"/campagnes/{done.Year}", "campaigns.open.done", done.Year.ToString(CultureInfo.InvariantCulture), Texts.T.Plural("campaigns.bodies", done.Submissions)),
            problems => Page.Refused<OpeningPage>(new { Opening = opening, Input = input, Problems = problems }));
    }
}
