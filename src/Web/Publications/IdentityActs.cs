using Microsoft.Net.Http.Headers;
using Responsables.App.Publications.Identities;
using Responsables.Domain.Organizations;
using Responsables.Domain.Publications;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Publications;

/// <summary>In whose name and colours the documents of the federation or of a fund are made.</summary>
internal static class IdentityActs
{
    public const string VersionField = "version";
    public const string WithoutLogoField = "sans-logo";

    public static string UrlOf(int year, NodeKey node) => $"{ReportsActs.UrlOf(year, node)}/identite";

    public static string LogoUrlOf(int year, NodeKey node) => $"{ReportsActs.UrlOf(year, node)}/logo.png";

    public static async Task<IResult> ShowAsync(int year, string node, HttpContext http, IdentitiesQuery identities, CancellationToken cancel) =>
        await identities.FindAsync(http.SignedIn(), year, new NodeKey(node), cancel) is { } read ? Page.Of<IdentityPage>(new { Year = year, Read = read }) : Page.Missing();

    public static async Task<IResult> KeepAsync(int year, string node, Form form, HttpContext http, KeepIdentity keep, IdentitiesQuery identities, CancellationToken cancel)
    {
        var (key, typed) = (new NodeKey(node), await TypedAsync(form, cancel));
        var outcome = await keep.RunAsync(http.SignedIn(), year, key, typed, form.Key, cancel);
        var problems = outcome switch { Outcome<EditionIdentity>.Refused refused => refused.Problems, Outcome<EditionIdentity>.Stale stale => stale.Problems, _ => [] };
        if (problems.Count > 0 && await identities.FindAsync(http.SignedIn(), year, key, cancel) is { } read)
        {
            return Page.Of<IdentityPage>(
                new { Year = year, Read = read, Problems = problems, Typed = typed },
                outcome is Outcome<EditionIdentity>.Stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
        }

        return outcome.ToPage(_ => Page.GoTo(UrlOf(year, key), "publications.identity.kept"), _ => Page.Missing());
    }

    public static async Task<IResult> LogoAsync(int year, string node, HttpContext http, IdentitiesQuery identities, CancellationToken cancel)
    {
        if (await identities.LogoAsync(http.SignedIn(), year, new NodeKey(node), cancel) is not { } logo)
        {
            return Page.Missing();
        }

        http.Response.Headers[HeaderNames.CacheControl] = "private, no-cache";
        return Results.Bytes(logo, "image/png");
    }

    private static async Task<TypedIdentity> TypedAsync(Form form, CancellationToken cancel) => new(
        form[KeepIdentity.NameField], form[KeepIdentity.AccentField], (await form.FileAsync(KeepIdentity.LogoField, cancel))?.Content, form.Has(WithoutLogoField),
        int.TryParse(form[VersionField], out var version) ? version : 0);
}
