using Responsables.App.Home;
using Responsables.App.Publications;
using Responsables.App.Submissions;
using Responsables.Web.Platform;

namespace Responsables.Web.Home;

/// <summary>The home page: that of the person who is signed in, else the welcome.</summary>
internal static class HomeActs
{
    public static async Task<IResult> ShowAsync(string? guide, HttpContext http, HomeQuery query, AssignmentQuery assignments, PublicEditions editions, TimeProvider clock, CancellationToken cancel) =>
        http.Actor() is { } actor
            ? Page.Of<HomePage>(new { View = await query.RunAsync(actor, cancel), Now = clock.GetUtcNow(), ShowsGuide = guide == "oui" && actor.Grants.Count > 0, Assigned = await assignments.MineAsync(actor, cancel) })
            : Page.Of<WelcomePage>(new { Year = (await editions.YearsAsync(cancel)).Select(y => (int?)y).FirstOrDefault() });

    public static async Task<IResult> DismissGuideAsync(Form form, HttpContext http, DismissGuide dismiss, CancellationToken cancel) =>
        (await dismiss.RunAsync(http.SignedIn(), form.Key, cancel)).ToPage(_ => Page.GoTo("/"), _ => Page.GoTo("/"));

    public static IResult ShowHelp(string subject) =>
        HelpSubjects.All.Contains(subject) ? Page.Of<HelpPage>(new { Subject = subject }) : Page.Missing();
}
