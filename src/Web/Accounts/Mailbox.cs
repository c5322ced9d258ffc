using System.Globalization;
using System.Net;
using System.Net.Mail;

namespace Responsables.Web.Accounts;

/// <summary>Sends a message when the operator has set a mail server (<c>RESPONSABLES_SMTP_*</c>). Messages hold no figure, and no secret beyond their link; one about assigned questions holds what the person who assigns them wrote.</summary>
internal sealed class Mailbox(IConfiguration configuration)
{
    private const string Prefix = "RESPONSABLES_SMTP_";
    private const int DefaultPort = 587;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public bool IsSet => Read("HOST") is not null;

    public async Task SendAsync(string to, string subject, string text, CancellationToken cancel)
    {
        using var message = new MailMessage(new MailAddress(Read("FROM") ?? "responsables@localhost"), new MailAddress(to)) { Subject = subject, Body = text };
        using var client = new SmtpClient(Read("HOST"), int.Parse(Read("PORT") ?? DefaultPort.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
        {
            EnableSsl = Read("TLS") is not "off",
            Timeout = (int)Patience.TotalMilliseconds,
        };
        if (Read("USER") is { } user)
        {
            client.Credentials = new NetworkCredential(user, Read("PASSWORD"));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        await client.SendMailAsync(message, limit.Token);
    }

    private string? Read(string name) => configuration[Prefix + name] is { Length: > 0 } value ? value : null;
}
