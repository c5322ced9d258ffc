using System.Reflection;
using System.Text;
using Responsables.Domain.Shared;

namespace Responsables.Web.Platform;

/// <summary>
/// What a form sent, as a parameter of a POST endpoint. Each form carries a key (<c>FormKeys</c>): the same form sent twice does its act once.
/// </summary>
internal sealed class Form(IFormCollection fields, Guid key)
{
    /// <summary>Name of the hidden field of the key.</summary>
    public const string KeyField = "_key";

    public Guid Key => key;

    public IFormCollection Fields => fields;

    /// <summary>What was typed, trimmed; empty when the field is absent.</summary>
    public string this[string name] => fields[name].ToString().Trim();

    /// <summary>What was typed to the letter (passwords); empty when the field is absent.</summary>
    public string Exact(string name) => fields[name].ToString();

    /// <summary>Every value of a name: boxes that are ticked.</summary>
    public IReadOnlyList<string> All(string name) => [.. fields[name].OfType<string>()];

    public bool Has(string name) => fields.ContainsKey(name);

    public Guid? Id(string name) => Guid.TryParse(fields[name], out var id) ? id : null;

    public TEnum? Choice<TEnum>(string name)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(fields[name], out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>A file that was sent, with its name; null when there is none (a browser sends a field without a file as a file without a name).</summary>
    public async Task<(string Name, byte[] Content)?> FileAsync(string name, CancellationToken cancel)
    {
        if (fields.Files.GetFile(name) is not { FileName.Length: > 0 } file)
        {
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        return (file.FileName, content.ToArray());
    }

    /// <summary>The text of a file that was sent; refused when there is none, or when it is not UTF-8.</summary>
    public async Task<Outcome<string>> TextOfAsync(string name, CancellationToken cancel)
    {
        if (fields.Files.GetFile(name) is not { } file)
        {
            return Outcome.Refused<string>(new Problem("frameworks.file-missing", name));
        }

        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return Outcome.Done(await reader.ReadToEndAsync(cancel));
        }
        catch (DecoderFallbackException)
        {
            return Outcome.Refused<string>(new Problem("frameworks.not-utf8", name));
        }
    }

    public static async ValueTask<Form?> BindAsync(HttpContext http, ParameterInfo parameter)
    {
        if (!http.Request.HasFormContentType)
        {
            throw new BadHttpRequestException("A form was expected.");
        }

        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        return Guid.TryParse(fields[KeyField], out var key) ? new Form(fields, key) : throw new BadHttpRequestException("The form has no key.");
    }
}
