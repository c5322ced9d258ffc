using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Responsables.Domain.Frameworks.Yaml;

/// <summary>
/// Reads YAML into nodes: one document of maps, lists and scalars. Aliases, tags and deep nesting are refused, so that a hostile file
/// costs no more than its length.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>Longest file, in characters.</summary>
    public const int MaxLength = 5_000_000;

    private const int MaxDepth = 40;

    private readonly Parser parser;
    private readonly FaultList faults;
    private int depth;

    private YamlTree(string yaml, FaultList faults) => (parser, this.faults) = (new Parser(new StringReader(yaml)), faults);

    /// <summary>The root; null, and one fault, when the text cannot be read.</summary>
    public static Node? Read(string yaml, FaultList faults)
    {
        if (yaml.Length > MaxLength)
        {
            faults.Add(1, "", FaultCodes.TooLarge, MaxLength);
            return null;
        }

        try
        {
            return new YamlTree(yaml, faults).Document();
        }
        catch (YamlException fault)
        {
            faults.Add(Math.Max(1, (int)fault.Start.Line), "", FaultCodes.Yaml, fault.Message);
            return null;
        }
    }

    private Node? Document()
    {
        Move();
        Move();
        if (parser.Current is StreamEnd)
        {
            return new Node.Scalar(1, null, Plain: true);
        }

        Move();
        var root = Value();
        if (root is null)
        {
            return null;
        }

        Move();
        Move();
        return parser.Current is StreamEnd ? root : Refused(FaultCodes.SeveralDocuments);
    }

    private Node? Value() => parser.Current switch
    {
        AnchorAlias => Refused(FaultCodes.YamlAlias),
        NodeEvent { Anchor.IsEmpty: false } => Refused(FaultCodes.YamlAlias),
        NodeEvent { Tag.IsEmpty: false } => Refused(FaultCodes.YamlTag),
        Scalar scalar => Text(scalar),
        SequenceStart or MappingStart when depth >= MaxDepth => Refused(FaultCodes.TooDeep, MaxDepth),
        SequenceStart => List(),
        MappingStart => Map(),
        var other => throw new YamlException(other!.Start, other.End, "a value is expected"),
    };

    private Node.Scalar Text(Scalar scalar)
    {
        var plain = scalar.Style == ScalarStyle.Plain;
        return new(Line, plain && scalar.Value is "" or "null" or "~" ? null : scalar.Value, plain);
    }

    private Node.List? List()
    {
        var (line, items) = (Line, new List<Node>());
        depth++;
        for (Move(); parser.Current is not SequenceEnd; Move())
        {
            if (Value() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        depth--;
        return new(line, items);
    }

    private Node.Map? Map()
    {
        var (line, entries) = (Line, new List<(string, int, Node)>());
        depth++;
        for (Move(); parser.Current is not MappingEnd; Move())
        {
            var keyLine = Line;
            if (Value() is not { } key)
            {
                return null;
            }

            Move();
            if (Value() is not { } value)
            {
                return null;
            }

            if (key is Node.Scalar { Text: { } text })
            {
                entries.Add((text, keyLine, value));
            }
            else
            {
                faults.Add(keyLine, "", FaultCodes.ExpectedText);
            }
        }

        depth--;
        return new(line, entries);
    }

    private int Line => (int)parser.Current!.Start.Line;

    private Node? Refused(string code, params object?[] arguments)
    {
        faults.Add(Line, "", code, arguments);
        return null;
    }

    private void Move()
    {
        try
        {
            if (parser.MoveNext())
            {
                return;
            }
        }
        catch (InvalidOperationException broken)
        {
            // The parser has no other word for some broken files.
            throw new YamlException(parser.Current?.End ?? Mark.Empty, parser.Current?.End ?? Mark.Empty, broken.Message, broken);
        }

        throw new YamlException("the file ends inside a value");
    }
}
