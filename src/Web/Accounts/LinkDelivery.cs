using System.Net.Mail;
using Responsables.App.Accounts;
using Responsables.Web.Platform;

namespace Responsables.Web.Accounts;

/// <summary>What became of a link.</summary>
/// <param name="Url">To be shown once and handed over; null when it was sent, or when the same request had already shown it.</param>
/// <param name="WasSent">Whether it left by e-mail.</param>
/// <param name="Failed">Whether the mail server refused it.</param>
public sealed record DeliveredLink(string Email, DateTimeOffset ExpiresAt, string? Url, bool WasSent, bool Failed);

/// <summary>Sends a link by e-mail where a mail server is set; else gives it to be shown once to whoever made it.</summary>
internal sealed partial class LinkDelivery(Mailbox mailbox, Instance instance, IHttpContextAccessor accessor, ILogger<LinkDelivery> log)
{
    /// <param name="texts">Beginning of the keys of the message: <c>.subject</c> and <c>.text</c> ({0}: the address of the page, {1}: until when).</param>
    /// <param name="path">Where the link leads.</param>
    /// <param name="note">What goes between the greeting and the rest, written by a person; null: nothing.</param>
    /// <param name="isSent">False when the mail server has just refused another one: the link is shown at once.</param>
    public async Task<DeliveredLink> DeliverAsync(LinkMade made, LinkToken token, string texts, CancellationToken cancel, string path = "invitation", bool isSent = true, string? note = null)
    {
        if (!made.Opens(token))
        {
            return new DeliveredLink(made.Email, made.ExpiresAt, null, false, false);
        }

        var url = Address(path, token);
        if (!mailbox.IsSet || !isSent)
        {
            return new DeliveredLink(made.Email, made.ExpiresAt, url, false, mailbox.IsSet);
        }

        try
        {
            await mailbox.SendAsync(made.Email, Texts.T[texts + ".subject"], Texts.T[texts + ".text", url, Kit.Show.Instant(made.ExpiresAt), note ?? ""], cancel);
            return new DeliveredLink(made.Email, made.ExpiresAt, null, true, false);
        }
        catch (Exception fault) when (fault is SmtpException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            NotSent(log, fault);
            return new DeliveredLink(made.Email, made.ExpiresAt, url, false, true);
        }
    }

    /// <summary>Tells somebody something that asks nothing of them; not at all where no mail server is set.</summary>
    public async Task TellAsync(string email, string texts, CancellationToken cancel, params string[] arguments)
    {
        if (!mailbox.IsSet)
        {
            return;
        }

        try
        {
            await mailbox.SendAsync(email, Texts.T[texts + ".subject"], Texts.T[texts + ".text", [.. arguments]], cancel);
        }
        catch (Exception fault) when (fault is SmtpException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            NotSent(log, fault);
        }
    }

    /// <summary>The whole address of a page of the site.</summary>
    public string AddressOf(string path)
    {
        var request = accessor.HttpContext?.Request;
        var site = instance.PublicUrl?.GetLeftPart(UriPartial.Path).TrimEnd('/') ?? $"{request?.Scheme}://{request?.Host}";
        return site + path;
    }

    private string Address(string path, LinkToken token) => AddressOf($"/{path}/{token.Text}");

    [LoggerMessage(EventId = 1010, Level = LogLevel.Error, Message = "A message was not sent.")]
    private static partial void NotSent(ILogger log, Exception fault);
}
