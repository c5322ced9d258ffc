using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Responsables.Web.Kit;
using Responsables.Web.Platform;

namespace Responsables.Web.Trail;

/// <summary>The trail: reading it, and checking that nothing in it was altered.</summary>
internal static class TrailPages
{
    public static void Add(IServiceCollection services) => services.AddNavigation("/journal", "trail.nav", Permission.ReadTrail, 95);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/journal", ShowAsync).Needs(Permission.ReadTrail);
        routes.MapPost("/journal/verification", VerifyAsync).Needs(Permission.ReadTrail);
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http, TrailQuery query, string? du, string? au, string? personne, string? acte, string? organisme, string? objet, long? ligne, int? page, CancellationToken cancel)
    {
        var request = new TrailRequest(IsoDay.Read(du), IsoDay.Read(au), personne?.Trim(), acte?.Trim(), organisme?.Trim(), Guid.TryParse(objet, out var subject) ? subject : null, ligne, page ?? 1);
        return await query.RunAsync(http.SignedIn(), request, cancel) is { } found
            ? Page.Of<TrailPage>(new { Found = found, Request = request })
            : Page.Missing();
    }

    private static async Task<IResult> VerifyAsync(Form form, HttpContext http, TrailQuery query, CancellationToken cancel) =>
        await query.VerifyAsync(http.SignedIn(), cancel) is { } report ? Page.Of<VerificationPage>(new { Report = report }) : Page.Missing();
}
