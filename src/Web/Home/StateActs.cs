using System.Globalization;
using Responsables.App.Database;
using Responsables.Web.Platform;

namespace Responsables.Web.Home;

/// <summary>Whether the service works, for people; and whom to tell of a flaw.</summary>
internal static class StateActs
{
    private const int DaysValid = 180;

    public static async Task<IResult> ShowAsync(AppDb db, ILoggerFactory logs, CancellationToken cancel) =>
        Page.Of<StatePage>(new { IsUp = await Health.IsUpAsync(db, logs.CreateLogger("Responsables.Health"), cancel) });

    /// <summary>RFC 9116; its end is always ahead, so that it is never ignored as out of date.</summary>
    public static IResult SecurityText(Instance instance, TimeProvider clock)
    {
        if (instance.SecurityContact is not { } contact)
        {
            return Page.Missing();
        }

        var expires = clock.GetUtcNow().AddDays(DaysValid).ToString("yyyy-MM-dd'T'00:00:00'Z'", CultureInfo.InvariantCulture);
        var address = contact.Contains(':', StringComparison.Ordinal) ? contact : "mailto:" + contact;
        return Results.Text($"Contact: {address}\nExpires: {expires}\nPreferred-Languages: fr, en\n");
    }
}
