using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Responsables.App.Tests.Outbox;

/// <summary>Where a conversation with the mail server is.</summary>
public enum SmtpStep { Connected, Sender, Recipient, Data, Body, Taken }

/// <summary>A message that the server took.</summary>
public sealed record TakenMail(string Id, string To, string Subject, string Text, string Raw);

/// <summary>A mail server over a real connection, that a test makes refuse, wait, or hang up at any step.</summary>
public sealed partial class SmtpServer : IDisposable
{
    /// <summary>What <see cref="Script"/> answers to hang up.</summary>
    public const string HangUp = "";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<TakenMail> taken = [];

    public SmtpServer()
    {
        listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What to answer at a step; null: yes.</summary>
    public Func<SmtpStep, Task<string?>> Script { get; set; } = _ => Task.FromResult<string?>(null);

    public IReadOnlyList<TakenMail> Taken
    {
        get
        {
            lock (taken)
            {
                return [.. taken];
            }
        }
    }

    public void Dispose() => listener.Dispose();

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception end) when (end is ObjectDisposedException or SocketException)
        {
            // Closed.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var held = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
            if (!await SayAsync(writer, SmtpStep.Connected, "220 test"))
            {
                return;
            }

            while (await reader.ReadLineAsync() is { } line)
            {
                var goesOn = line switch
                {
                    _ when line.StartsWith("MAIL", StringComparison.Ordinal) => await SayAsync(writer, SmtpStep.Sender, "250 ok"),
                    _ when line.StartsWith("RCPT", StringComparison.Ordinal) => await SayAsync(writer, SmtpStep.Recipient, "250 ok"),
                    "DATA" => await DataAsync(reader, writer),
                    "QUIT" => false,
                    _ => await ThenAsync(writer.WriteLineAsync("250 ok")),
                };
                if (!goesOn)
                {
                    return;
                }
            }
        }
        catch (IOException)
        {
            // The other side is gone.
        }
    }

    private async Task<bool> DataAsync(StreamReader reader, StreamWriter writer)
    {
        if (!await SayAsync(writer, SmtpStep.Data, "354 go on"))
        {
            return false;
        }

        var raw = new StringBuilder();
        while (true)
        {
            if (await reader.ReadLineAsync() is not { } text)
            {
                return false;
            }

            if (text == ".")
            {
                break;
            }

            raw.Append(text.StartsWith("..", StringComparison.Ordinal) ? text[1..] : text).Append('\n');
        }

        if (await Script(SmtpStep.Body) is { } no)
        {
            return no != HangUp && await ThenAsync(writer.WriteLineAsync(no));
        }

        lock (taken)
        {
            taken.Add(Read(raw.ToString()));
        }

        await writer.WriteLineAsync("250 taken");
        return await Script(SmtpStep.Taken) != HangUp;
    }

    private async Task<bool> SayAsync(StreamWriter writer, SmtpStep step, string yes)
    {
        var answer = await Script(step) ?? yes;
        return answer != HangUp && await ThenAsync(writer.WriteLineAsync(answer));
    }

    private static async Task<bool> ThenAsync(Task said)
    {
        await said;
        return true;
    }

    private static TakenMail Read(string raw)
    {
        var cut = raw.IndexOf("\n\n", StringComparison.Ordinal);
        var head = Folded().Replace(raw[..cut], " ");
        var body = raw[(cut + 2)..];
        var encoding = Header(head, "Content-Transfer-Encoding");
        var bytes = encoding.Equals("base64", StringComparison.OrdinalIgnoreCase) ? Convert.FromBase64String(Space().Replace(body, ""))
            : encoding.Equals("quoted-printable", StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1.GetBytes(Quoted(body.Replace("=\n", "", StringComparison.Ordinal)))
            : Encoding.Latin1.GetBytes(body);
        return new TakenMail(Header(head, "Message-ID"), Header(head, "To"), Words(Header(head, "Subject")), Encoding.UTF8.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal), raw);
    }

    private static string Header(string head, string name) =>
        head.Split('\n').FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim() ?? "";

    private static string Words(string text) => Word().Replace(text, m => Encoding.UTF8.GetString(m.Groups[1].Value.Equals("B", StringComparison.OrdinalIgnoreCase)
        ? Convert.FromBase64String(m.Groups[2].Value)
        : Encoding.Latin1.GetBytes(Quoted(m.Groups[2].Value.Replace('_', ' ')))));

    private static string Quoted(string text) => QuotedByte().Replace(text, m => ((char)byte.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"\s")]
    private static partial Regex Space();

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex QuotedByte();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=\s?", RegexOptions.IgnoreCase)]
    private static partial Regex Word();
}
