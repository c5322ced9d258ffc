using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace Responsables.Web.Tests;

/// <summary>Takes messages as a mail server would, and keeps them.</summary>
public sealed partial class MailServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Channel<string> messages = Channel.CreateUnbounded<string>();
    private int received;

    public MailServer()
    {
        listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Received => received;

    /// <summary>The next message, its envelope first, its text decoded.</summary>
    public async Task<string> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await messages.Reader.ReadAsync(limit.Token);
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
        using var _ = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        var message = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            message.AppendLine(line);
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } text && text != ".")
                {
                    message.AppendLine(text);
                }

                Interlocked.Increment(ref received);
                messages.Writer.TryWrite(Decoded(message.ToString()));
            }

            await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
        }
    }

    private static string Decoded(string message)
    {
        if (!message.Contains("Content-Transfer-Encoding: base64", StringComparison.OrdinalIgnoreCase))
        {
            return QuotedByte().Replace(SoftBreak().Replace(message, ""), m => ((char)Convert.ToByte(m.Groups[1].Value, 16)).ToString());
        }

        var body = message[(message.LastIndexOf("\r\n\r\n", StringComparison.Ordinal) is var crlf and >= 0 ? crlf : message.IndexOf("\n\n", StringComparison.Ordinal))..];
        return message + Encoding.UTF8.GetString(Convert.FromBase64String(Space().Replace(body, "")));
    }

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex QuotedByte();

    [GeneratedRegex("=\r?\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex(@"\s")]
    private static partial Regex Space();
}
