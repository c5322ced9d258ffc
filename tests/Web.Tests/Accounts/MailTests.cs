using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Outbox;
using Responsables.Domain.Accounts;

namespace Responsables.Web.Tests.Accounts;

public sealed partial class MailTests : IAsyncLifetime
{
    private readonly MailServer mail = new();
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync(
        false, "--RESPONSABLES_URL=http://rso.example.fr", "--RESPONSABLES_SMTP_HOST=127.0.0.1",
        string.Create(CultureInfo.InvariantCulture, $"--RESPONSABLES_SMTP_PORT={mail.Port}"), "--RESPONSABLES_SMTP_TLS=off");

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        mail.Dispose();
    }

    [Fact]
    public async Task An_invitation_leaves_by_mail_and_its_link_is_shown_to_nobody()
    {
        var admin = await site.SignInAs(Role.Federation);
        var made = await admin.Submit(
            await admin.Get("/comptes/inviter"), "main form", ("email", "invitee@example.fr"), ("role", "Committee"), ("organization", ""));
        Assert.Null(made.Expect(200).Page.QuerySelector("[data-link]"));
        var message = await mail.NextAsync();
        Assert.Contains("invitee@example.fr", message, StringComparison.Ordinal);
        Assert.DoesNotContain(Link(message), made.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        (await site.Anonymous().Get(Link(message))).Expect(200);
    }

    [Fact]
    public async Task A_forgotten_password_is_chosen_again_by_mail_and_the_page_never_says_who_exists()
    {
        await site.OpenAccount("oublieuse@example.fr", new Grant(Role.Committee, null));
        var unknown = await Ask("personne@example.fr");
        var known = await Ask("oublieuse@example.fr");
        Assert.Equal(unknown.Page.QuerySelector("main")!.TextContent, known.Page.QuerySelector("main")!.TextContent);
        var message = await mail.NextAsync();
        Assert.Contains("oublieuse@example.fr", message, StringComparison.Ordinal);

        var visitor = site.Anonymous();
        var answer = await visitor.Submit(
            await visitor.Get(Link(message)), "main form", ("password", "un tout nouveau secret"), ("again", "un tout nouveau secret"));
        answer.Expect(303);
        await site.SignInWith("oublieuse@example.fr", "un tout nouveau secret");
        Assert.Equal(1, mail.Received);
    }

    [Fact]
    public async Task When_the_mail_server_is_down_the_message_waits_and_its_link_is_shown_to_nobody()
    {
        var admin = await site.SignInAs(Role.Federation);
        var page = await admin.Get("/comptes/inviter");
        mail.Dispose();
        var made = await admin.Submit(page, "main form", ("email", "invitee@example.fr"), ("role", "Committee"), ("organization", ""));
        Assert.Null(made.Expect(200).Page.QuerySelector("[data-link]"));
        OutboxMessage row;
        do
        {
            await Task.Delay(100);
            row = await site.WithDbAsync(db => db.Outbox.AsNoTracking().SingleAsync());
        }
        while (row.Error is null);
        Assert.Equal(MessageState.Waiting, row.State);
        Assert.NotNull(row.Secret);
        var log = (await admin.Get("/messages")).Expect(200).Page.QuerySelector("main")!.TextContent;
        Assert.Contains("invitee@example.fr", log, StringComparison.Ordinal);
        Assert.Contains("ne l’a pas pris", log, StringComparison.Ordinal);
        Assert.DoesNotContain("/invitation/", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_without_a_public_address_is_refused_at_start() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Site.StartAsync(false, "--RESPONSABLES_SMTP_HOST=127.0.0.1"));

    private async Task<Screen> Ask(string email)
    {
        var visitor = site.Anonymous();
        return (await visitor.Submit(await visitor.Get("/mot-de-passe-oublie"), "main form", ("email", email))).Expect(200);
    }

    // The link is the site's address, whatever the request said of its host.
    private static string Link(string message) => PublicLink().Match(message) is { Success: true } found
        ? found.Groups[1].Value
        : throw new InvalidOperationException($"No link in the message: {message}");

    [GeneratedRegex(@"http://rso\.example\.fr(/invitation/[\w-]+)")]
    private static partial Regex PublicLink();
}
