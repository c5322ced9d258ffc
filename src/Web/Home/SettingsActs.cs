using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.App.Disclosure;
using Responsables.Domain.Shared;
using Responsables.Web.Kit;
using Responsables.Web.Platform;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Home;

/// <summary>The settings of the instance, to be read; those of the operator are changed where the site runs.</summary>
internal static class SettingsActs
{
    public static Task<IResult> ShowAsync(
        InstanceSettings settings, Instance instance, DatabaseChoice database, SecondFactorPolicy policy, SmallNumbers smallNumbers, CancellationToken cancel) =>
        PageAsync(settings, instance, database, policy, smallNumbers, null, [], cancel);

    /// <param name="typed">The threshold that was typed and refused; null: the one that holds is shown.</param>
    public static async Task<IResult> PageAsync(
        InstanceSettings settings, Instance instance, DatabaseChoice database, SecondFactorPolicy policy, SmallNumbers smallNumbers, string? typed,
        IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        var roles = await policy.ReadAsync(cancel);
        var threshold = Show.Number((await smallNumbers.ReadAsync(cancel)).Threshold);
        IReadOnlyList<SettingLine> kept =
        [
            new(T["home.settings.engine"], database is DatabaseChoice.Postgres ? "PostgreSQL" : "SQLite", null, SettingSource.None, false),
            new(T["home.settings.demonstration"], T[instance.IsDemonstration ? "home.settings.yes" : "home.settings.no"], null, SettingSource.Database, false),
            new(T["home.settings.second-factor"], roles.Count == 0 ? T["home.settings.no-role"] : string.Join(", ", roles.Select(Roles.Of)), null, SettingSource.Database, false),
            new(T["home.settings.small-numbers"], T["home.settings.small-numbers.below", threshold], null, SettingSource.Database, false),
        ];
        return Page.Of<SettingsPage>(
            new { Groups = (IReadOnlyList<(string, IReadOnlyList<SettingLine>)>)[("data", kept), .. settings.Read()], Threshold = typed ?? threshold, Problems = problems },
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
