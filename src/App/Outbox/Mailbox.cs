using System.Net;
using System.Net.Mail;

namespace Responsables.App.Outbox;

/// <summary>A message as it leaves.</summary>
/// <param name="Id">Its Message-ID, without brackets: the same at each attempt.</param>
public sealed record Mail(string Id, string To, string Subject, string Text);

/// <summary>What the mail server said of a message that it did not take.</summary>
/// <param name="IsFinal">Whether it refuses it for good.</param>
public sealed record MailRefusal(string Words, bool IsFinal);

/// <summary>Hands messages to the mail server.</summary>
public sealed class Mailbox(MailSettings settings)
{
    /// <summary>Codes by which a server refuses whoever sends, not the message: the operator will mend that.</summary>
    private static readonly int[] AboutTheSender = [530, 534, 535, 538];

    /// <summary>Null when the server took it; else why not.</summary>
    public async Task<MailRefusal?> SendAsync(Mail mail, CancellationToken cancel)
    {
        try
        {
            using var message = new MailMessage(new MailAddress(settings.From), new MailAddress(mail.To)) { Subject = OnOneLine(mail.Subject), Body = mail.Text };
            message.Headers.Add("Message-ID", $"<{mail.Id}>");
            message.Headers.Add("Auto-Submitted", "auto-generated");
            // Its own limit holds where the token does not: saying good-bye to a server that is silent.
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.IsEncrypted, Timeout = (int)settings.Patience.TotalMilliseconds };
            if (settings.User is { } user)
            {
                client.Credentials = new NetworkCredential(user, settings.Password);
            }

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(settings.Patience);
            await client.SendMailAsync(message, limit.Token);
            return null;
        }
        catch (SmtpException fault)
        {
            var code = (int)fault.StatusCode;
            return new MailRefusal(OnOneLine(fault.InnerException is { } inner && code < 0 ? $"{fault.Message} {inner.Message}" : fault.Message), code is >= 500 and < 600 && !AboutTheSender.Contains(code));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new MailRefusal($"{settings.Host}: {settings.Patience.TotalSeconds} s", false);
        }
        catch (IOException fault)
        {
            return new MailRefusal(OnOneLine(fault.Message), false);
        }
        catch (FormatException fault)
        {
            // An address that is none will not become one.
            return new MailRefusal(OnOneLine(fault.Message), true);
        }
    }

    /// <summary>Without what would end a header.</summary>
    public static string OnOneLine(string text) => string.Join(' ', new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
