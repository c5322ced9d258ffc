using Responsables.App.Accounts;
using Responsables.App.Database;
using Responsables.Web.Kit;
using Responsables.Web.Platform;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Home;

/// <summary>The settings of the instance, to be read; those of the operator are changed where the site runs.</summary>
internal static class SettingsActs
{
    public static async Task<IResult> ShowAsync(
        InstanceSettings settings, Instance instance, DatabaseChoice database, SecondFactorPolicy policy, CancellationToken cancel)
    {
        var roles = await policy.ReadAsync(cancel);
        IReadOnlyList<SettingLine> kept =
        [
            new(T["home.settings.engine"], database is DatabaseChoice.Postgres ? "PostgreSQL" : "SQLite", null, SettingSource.None, false),
            new(T["home.settings.demonstration"], T[instance.IsDemonstration ? "home.settings.yes" : "home.settings.no"], null, SettingSource.Database, false),
            new(T["home.settings.second-factor"], roles.Count == 0 ? T["home.settings.no-role"] : string.Join(", ", roles.Select(Roles.Of)), null, SettingSource.Database, false),
        ];
        return Page.Of<SettingsPage>(new { Groups = (IReadOnlyList<(string, IReadOnlyList<SettingLine>)>)[("data", kept), .. settings.Read()] });
    }
}
