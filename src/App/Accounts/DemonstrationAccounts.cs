using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Database;
using Responsables.App.Trail;
using Responsables.Domain.Accounts;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;

namespace Responsables.App.Accounts;

/// <summary>An account of the demonstration.</summary>
public sealed record DemonstrationAccount(string Email, Role Role, OrganizationCode? Scope);

/// <summary>Makes one account for each role, on a database marked as a demonstration and nowhere else.</summary>
public sealed class DemonstrationAccounts(AppDb db, UserManager<Account> accounts, Writing writing)
{
    /// <summary>The variable that gives their one password; generated when it is not set.</summary>
    public const string PasswordVariable = "RESPONSABLES_DEMO_PASSWORD";

    private const int GeneratedBytes = 15;

    // A demonstration protects nothing: its password may be easier than a real one.
    private const int ShortestPassword = 8;

    private static readonly (string Name, string DisplayName, Role Role)[] People =
    [
        ("contributeur", "Camille Contributrice", Role.Contributor),
        ("directeur", "Denis Directeur", Role.Director),
        ("caisse", "Nadia Coordinatrice", Role.Coordinator),
        ("federation", "Félix Fédération", Role.Federation),
        ("comite", "Corinne Comité", Role.Committee),
        ("auditeur", "Alix Audit", Role.Auditor),
    ];

    /// <summary>The password of the environment, or a new one.</summary>
    public static string PasswordOrNew() => Environment.GetEnvironmentVariable(PasswordVariable) is { Length: > 0 } given
        ? given
        : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(GeneratedBytes));

    /// <param name="body">The body of the contributor and of the director.</param>
    /// <param name="fund">The fund of the coordinator.</param>
    public Task<Outcome<IReadOnlyList<DemonstrationAccount>>> CreateAsync(
        OrganizationCode body, OrganizationCode fund, string password, CancellationToken cancel) =>
        writing.OnceAsync(Guid.CreateVersion7(), now => CreateAsync(body, fund, password, now, cancel), cancel);

    private async Task<Outcome<IReadOnlyList<DemonstrationAccount>>> CreateAsync(
        OrganizationCode body, OrganizationCode fund, string password, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await DatabaseState.IsDemonstrationAsync(db, cancel))
        {
            return Outcome.Refused<IReadOnlyList<DemonstrationAccount>>(new Problem("accounts.not-a-demonstration", null));
        }

        var problems = password.Length < ShortestPassword
            ? [new Problem("accounts.password-short", PasswordVariable, ShortestPassword)]
            : new List<Problem>();
        var made = new List<DemonstrationAccount>();
        foreach (var (name, displayName, role) in People)
        {
            OrganizationCode? scope = role is Role.Contributor or Role.Director ? body : role == Role.Coordinator ? fund : null;
            problems.AddRange(await GrantGuards.RefusingAsync(db, role, scope, now, cancel));
            if (problems.Count > 0)
            {
                return Outcome.Refused<IReadOnlyList<DemonstrationAccount>>(problems);
            }

            var line = new DemonstrationAccount($"{name}@{EmailAddress.DemonstrationDomain}", role, scope);
            if (await accounts.FindByEmailAsync(line.Email) is null)
            {
                await MakeAsync(line, displayName, password, now, cancel);
            }

            made.Add(line);
        }

        if (problems.Count > 0)
        {
            return Outcome.Refused<IReadOnlyList<DemonstrationAccount>>(problems);
        }

        await KeepAsync(password, cancel);
        return Outcome.Done<IReadOnlyList<DemonstrationAccount>>(made);
    }

    private async Task MakeAsync(DemonstrationAccount line, string displayName, string password, DateTimeOffset now, CancellationToken cancel)
    {
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = line.Email,
            Email = line.Email,
            EmailConfirmed = true,
            DisplayName = displayName,
            CreatedAt = now,
            IsDemonstration = true,
            LockoutEnabled = true,
        };
        account.Grants.Add(new AccountGrant { AccountId = account.Id, Role = line.Role, Scope = line.Scope, GrantedAt = now });
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        var result = await accounts.CreateAsync(account);
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account was not made: {string.Join(", ", result.Errors.Select(e => e.Code))}");
        }

        await TrailWriter.AppendAsync(db, Actor.Command, now, [new TrailEntry("accounts.open", line.Scope, account.Id, null, new { line.Email, line.Role })], cancel);
    }

    /// <summary>
    /// The sign-ins to print when a demonstration is served; null on any other database. The password of the environment, when it is set
    /// and is another, becomes that of every demonstration account.
    /// </summary>
    public async Task<(IReadOnlyList<string> Emails, string Password)?> AnnounceAsync(CancellationToken cancel)
    {
        if (!await DatabaseState.IsDemonstrationAsync(db, cancel) || await db.Settings.FindAsync([PasswordSetting], cancel) is not { } kept)
        {
            return null;
        }

        var people = await db.Users.Where(a => a.IsDemonstration).OrderBy(a => a.CreatedAt).ToListAsync(cancel);
        var wanted = Environment.GetEnvironmentVariable(PasswordVariable);
        if (wanted is { Length: >= ShortestPassword } && wanted != kept.Value)
        {
            foreach (var person in people)
            {
                person.PasswordHash = accounts.PasswordHasher.HashPassword(person, wanted);
                person.SecurityStamp = Guid.NewGuid().ToString("N");
            }

            kept.Value = wanted;
            await db.SaveChangesAsync(cancel);
        }

        return ([.. people.Select(p => p.Email!)], kept.Value);
    }

    // Kept in clear, on a demonstration only, so that each start may print it again.
    private async Task KeepAsync(string password, CancellationToken cancel)
    {
        if (await db.Settings.FindAsync([PasswordSetting], cancel) is { } kept)
        {
            kept.Value = password;
        }
        else
        {
            db.Settings.Add(new Setting { Name = PasswordSetting, Value = password });
        }
    }

    private const string PasswordSetting = "demonstration-password";
}
