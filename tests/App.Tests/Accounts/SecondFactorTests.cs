using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Accounts;
using Responsables.App.Tests.Support;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.App.Tests.Accounts;

public class SecondFactorTests
{
    private const string Password = "quatre mots pour entrer";

    private static readonly TotpSecret Secret = TotpSecret.Of(new byte[TotpSecret.Length]);

    [Theory, EachEngine]
    public async Task A_code_passes_once_and_so_does_each_recovery_code(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        var actor = await OpenAsync(database);
        var codes = RecoveryCodes.New();
        Assert.Equal("accounts.code-wrong", SmallCampaign.Refused(await EnrolAsync(database, actor, "000000", codes))[0].Code);
        SmallCampaign.Done(await EnrolAsync(database, actor, Code(database), codes));
        // The code that set it up was used.
        Assert.False(await PassesAsync(database, actor, Code(database)));
        database.Clock.Set(database.Clock.GetUtcNow().AddSeconds(30));
        Assert.True(await PassesAsync(database, actor, Code(database)));
        Assert.False(await PassesAsync(database, actor, Code(database)));
        Assert.True(await PassesAsync(database, actor, codes.Texts[3].ToLowerInvariant()));
        Assert.False(await PassesAsync(database, actor, codes.Texts[3]));
        Assert.Equal(9, (await database.WithAsync<SecondFactor, SecondFactorStanding>(f => f.ReadAsync(actor, default))).CodesLeft);
        Assert.DoesNotContain(await database.ReadAsync(db => db.RecoveryCodes.Select(c => c.Hash).ToListAsync()), codes.Texts.Contains);
        Assert.DoesNotContain(await database.ReadAsync(db => db.Trail.Select(t => t.After).ToListAsync()), t => t!.Contains(Secret.Text, StringComparison.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Wrong_codes_make_the_account_wait_and_a_right_one_ends_the_count(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        var actor = await OpenAsync(database);
        var codes = RecoveryCodes.New();
        SmallCampaign.Done(await EnrolAsync(database, actor, Code(database), codes));
        for (var i = 0; i < AccountsRoom.Attempts - 1; i++)
        {
            Assert.False(await PassesAsync(database, actor, "111111"));
        }

        Assert.True(await PassesAsync(database, actor, codes.Texts[0]));
        for (var i = 0; i < AccountsRoom.Attempts; i++)
        {
            Assert.False(await PassesAsync(database, actor, "111111"));
        }

        Assert.False(await PassesAsync(database, actor, codes.Texts[1]));
    }

    [Theory, EachEngine]
    public async Task One_code_sent_many_times_at_once_passes_once(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        var actor = await OpenAsync(database);
        SmallCampaign.Done(await EnrolAsync(database, actor, Code(database), RecoveryCodes.New()));
        database.Clock.Set(database.Clock.GetUtcNow().AddSeconds(30));
        var code = Code(database);
        var passed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PassesAsync(database, actor, code)));
        Assert.Single(passed, p => p);
    }

    [Theory, EachEngine]
    public async Task A_role_that_asks_for_it_closes_the_rest_and_forbids_giving_it_up(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        var actor = await OpenAsync(database);
        Assert.False(await OwesAsync(database, actor));
        SmallCampaign.Done(await database.WithAsync<SecondFactorPolicy, Outcome<int>>(p => p.ChangeAsync(Actor.Command, [Role.Federation], Guid.NewGuid(), default)));
        Assert.True(await OwesAsync(database, actor));
        SmallCampaign.Done(await EnrolAsync(database, actor, Code(database), RecoveryCodes.New()));
        Assert.False(await OwesAsync(database, actor));
        Assert.Equal("accounts.second-factor-required", SmallCampaign.Refused(await GiveUpAsync(database, actor))[0].Code);
        SmallCampaign.Done(await database.WithAsync<SecondFactorPolicy, Outcome<int>>(p => p.ChangeAsync(Actor.Command, [], Guid.NewGuid(), default)));
        SmallCampaign.Done(await GiveUpAsync(database, actor));
        Assert.Equal(
            ["accounts.require-second-factor", "accounts.set-second-factor", "accounts.require-second-factor", "accounts.remove-second-factor"],
            await database.ReadAsync(db => db.Trail.OrderBy(t => t.Sequence).Select(t => t.Act).ToListAsync()));
        Assert.Equal(0, await database.ReadAsync(db => db.RecoveryCodes.CountAsync()));
    }

    [Theory, EachEngine]
    public async Task An_address_changes_when_its_link_is_used_and_the_last_asked_counts(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        var actor = await OpenAsync(database);
        var (early, late) = (LinkToken.New(), LinkToken.New());
        Assert.Equal(["accounts.email-invalid", "accounts.password-wrong"], SmallCampaign.Refused(await AskAsync(database, actor, "non", "faux", early)).Select(p => p.Code));
        Assert.Equal("accounts.email-taken", SmallCampaign.Refused(await AskAsync(database, actor, "QUI@example.fr", Password, early))[0].Code);
        SmallCampaign.Done(await AskAsync(database, actor, "un@example.fr", Password, early));
        SmallCampaign.Done(await AskAsync(database, actor, "deux@example.fr", Password, late));
        var stamp = await StampAsync(database);
        Assert.IsType<Outcome<EmailChanged>.Missing>(await ConfirmAsync(database, early));
        Assert.Equal("qui@example.fr", SmallCampaign.Done(await ConfirmAsync(database, late)).OldEmail);
        Assert.IsType<Outcome<EmailChanged>.Missing>(await ConfirmAsync(database, late));
        Assert.NotEqual(stamp, await StampAsync(database));
        Assert.NotNull(await database.WithAsync<UserManager<Account>, Account?>(a => a.FindByEmailAsync("deux@example.fr")));

        var over = LinkToken.New();
        SmallCampaign.Done(await AskAsync(database, actor, "trois@example.fr", Password, over));
        database.Clock.Set(database.Clock.GetUtcNow().AddDays(2));
        Assert.IsType<Outcome<EmailChanged>.Missing>(await ConfirmAsync(database, over));
    }

    private static async Task<Actor> OpenAsync(TestDatabase database)
    {
        var account = new Account { Id = Guid.CreateVersion7(), UserName = "qui@example.fr", Email = "qui@example.fr", DisplayName = "Qui", LockoutEnabled = true };
        account.Grants.Add(new AccountGrant { AccountId = account.Id, Role = Role.Federation, GrantedAt = database.Clock.GetUtcNow() });
        Assert.True((await database.WithAsync<UserManager<Account>, IdentityResult>(a => a.CreateAsync(account, Password))).Succeeded);
        return account.ToActor();
    }

    private static string Code(TestDatabase database) => Totp.CodeOf(Secret, Totp.StepAt(database.Clock.GetUtcNow()));

    private static Task<Outcome<CodesMade>> EnrolAsync(TestDatabase database, Actor actor, string code, RecoveryCodes codes) =>
        database.WithAsync<SecondFactor, Outcome<CodesMade>>(f => f.EnrolAsync(actor, Secret, code, codes, Guid.NewGuid(), default));

    private static Task<bool> PassesAsync(TestDatabase database, Actor actor, string code) =>
        database.WithAsync<Entrance, bool>(e => e.PassesAsync(actor.Id, code, default));

    private static Task<Outcome<Guid>> GiveUpAsync(TestDatabase database, Actor actor) =>
        database.WithAsync<SecondFactor, Outcome<Guid>>(f => f.GiveUpAsync(actor, Password, Guid.NewGuid(), default));

    private static async Task<bool> OwesAsync(TestDatabase database, Actor actor)
    {
        var stamp = await StampAsync(database);
        return (await database.WithAsync<ActorQuery, SessionHolder?>(q => q.FindAsync(actor.Id, stamp, default)))!.OwesSecondFactor;
    }

    private static Task<string?> StampAsync(TestDatabase database) => database.ReadAsync(db => db.Users.Select(u => u.SecurityStamp).SingleAsync());

    private static Task<Outcome<EmailChangeAsked>> AskAsync(TestDatabase database, Actor actor, string email, string password, LinkToken token) =>
        database.WithAsync<ChangeEmail, Outcome<EmailChangeAsked>>(c => c.AskAsync(actor, email, password, token, Guid.NewGuid(), default));

    private static Task<Outcome<EmailChanged>> ConfirmAsync(TestDatabase database, LinkToken token) =>
        database.WithAsync<ChangeEmail, Outcome<EmailChanged>>(c => c.ConfirmAsync(token.Text, Guid.NewGuid(), default));
}
