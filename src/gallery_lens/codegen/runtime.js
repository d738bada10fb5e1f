// What Python's values do, as far as the converter uses them; the named functions that have twins here.

class $Tuple extends Array {}
const $t = (...parts) => { const made = new $Tuple(parts.length); for (let i = 0; i < parts.length; i += 1) made[i] = parts[i]; return made; };
const $tuple = (values) => (values instanceof $Tuple ? values : $t(...values));
const $isList = (value) => Array.isArray(value) && !(value instanceof $Tuple);
const $u = undefined;

// ---------------------------------------------------------------- keys, equality, truth

let $ids = 0;
const $identity = Symbol('identity');
function $idOf(value) {
  if (!Object.hasOwn(value, $identity)) Object.defineProperty(value, $identity, { value: ($ids += 1) });
  return value[$identity];
}
/** What a ``Map`` takes for the same key where Python's keys are equal. */
function $key(value) {
  switch (typeof value) {
    case 'boolean': return Number(value);
    case 'object': break;
    default: return value;
  }
  if (value === null) return value;
  if (value instanceof $Tuple) {
    let text = '\0t';
    for (let i = 0; i < value.length; i += 1) {
      const each = value[i];
      if (typeof each === 'string') text += `\0s${each.length}:${each}`;
      else if (typeof each === 'number') text += `\0n${each}`;
      else { const key = $key(each); text += typeof key === 'object' && key !== null || typeof key === 'function' ? `\0i${$idOf(key)}` : `\0${typeof key}${key}`; }
    }
    return text;
  }
  if (value instanceof $Set) return `\0set${[...value].map((each) => $key($t(each))).sort().join('\0')}`;
  const kind = value.constructor;
  return kind?.$equal ? `\0o${kind.$number}${$key($t(...kind.$fields.map(({ name }) => value[name])))}` : value;
}

/** Holds values by ``$key``; the keys themselves are held beside those that are not their own. */
class $Dict {
  constructor(pairs = []) { this.held = new Map(); this.own = null; for (const [key, value] of pairs) this.set(key, value); }
  get size() { return this.held.size; }
  has(key) { return this.held.has($key(key)); }
  get(key, other = null) { const found = this.held.get($key(key)); return found === undefined ? other : found; }
  set(key, value) {
    const hash = $key(key);
    if (hash !== key && !this.held.has(hash)) (this.own ??= new Map()).set(hash, key);
    this.held.set(hash, value);
  }
  delete(key) { return this.held.delete($key(key)); }
  list() { const keys = [...this.held.keys()]; return this.own ? keys.map((hash) => (this.own.has(hash) ? this.own.get(hash) : hash)) : keys; }
  [Symbol.iterator]() { return this.own ? this.list()[Symbol.iterator]() : this.held.keys(); }
  keys() { return new $Set(this); }
  values() { return [...this.held.values()]; }
  items() { const keys = this.list(); const values = this.held.values(); return keys.map((key) => $t(key, values.next().value)); }
  setdefault(key, value = null) { if (!this.has(key)) this.set(key, value); return this.get(key); }
  pop(key, ...other) {
    if (!this.has(key)) { if (other.length) return other[0]; throw $py.KeyError(key); }
    const value = this.get(key); this.delete(key); return value;
  }
  update(other) { for (const [key, value] of $pairs(other)) this.set(key, value); return null; }
  copy() { return new $Dict($pairs(this)); }
  clear() { this.held.clear(); return null; }
  __contains__(key) { return this.has(key); }
  __getitem__(key) { return $at(this, key); }
}

class $Counter extends $Dict {
  constructor(values = []) { super(); for (const each of values) this.set(each, this.get(each, 0) + 1); }
  most_common(count) {
    const sorted = this.items().sort((a, b) => b[1] - a[1]);
    return count === undefined ? sorted : sorted.slice(0, count);
  }
}

class $Set {
  constructor(values = []) { this.held = new Map(); for (const each of values) this.held.set($key(each), each); }
  get size() { return this.held.size; }
  has(value) { return this.held.has($key(value)); }
  add(value) { const hash = $key(value); if (!this.held.has(hash)) this.held.set(hash, value); return null; }
  discard(value) { this.held.delete($key(value)); return null; }
  [Symbol.iterator]() { return this.held.values(); }
  union(...others) { const made = new $Set(this); for (const each of others) for (const value of each) made.add(value); return made; }
  update(...others) { for (const each of others) for (const value of each) this.add(value); return null; }
  isdisjoint(other) { for (const each of other) if (this.has(each)) return false; return true; }
  issuperset(other) { for (const each of other) if (!this.has(each)) return false; return true; }
  issubset(other) { return new $Set(other).issuperset(this); }
  intersection(other) { return $and(this, new $Set(other)); }
  __contains__(value) { return this.has(value); }
}
const $set = (values) => new $Set(values);
const $dict = (pairs) => new $Dict(pairs);
const $pairs = (value) => (value instanceof $Dict ? value.items() : [...value]);
const $named = (value) => Object.fromEntries($pairs(value));

// ---------------------------------------------------------------- what comprehensions do

function $map(values, make) {
  const made = [];
  if (Array.isArray(values)) for (let i = 0; i < values.length; i += 1) made.push(make(values[i]));
  else for (const each of values) made.push(make(each));
  return made;
}
function $pick(values, test, make) { const made = []; for (const each of values) if (test(each)) made.push(make(each)); return made; }
function $filter(values, test) { const made = []; for (const each of values) if (test(each)) made.push(each); return made; }
function $any(values, test) { for (const each of values) if (test(each)) return true; return false; }
function $all(values, test) { for (const each of values) if (!test(each)) return false; return true; }
function $first(values, test, make, other) { for (const each of values) if (test(each)) return make(each); return other(); }

function $b(value) {
  switch (typeof value) {
    case 'boolean': return value;
    case 'string': return value !== '';
    case 'number': return value !== 0;
    case 'function': return value.__bool__ ? value.__bool__() : true;
    case 'undefined': return false;
    case 'bigint': return value !== 0n;
    default:
  }
  if (value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof $Dict || value instanceof $Set) return value.size > 0;
  if (value.__bool__) return value.__bool__();
  return value.__len__ ? value.__len__() > 0 : true;
}
const $both = (one, other) => ($b(one) ? other() : one);
const $either = (one, other) => ($b(one) ? one : other());

function $eq(one, other) {
  if (one === other) return true;
  const kind = typeof one;
  if (kind === 'number' || kind === 'boolean') return (typeof other === 'number' || typeof other === 'boolean') && Number(one) === Number(other);
  if (kind !== 'object' || one === null || other === null || typeof other !== 'object') return false;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length || one instanceof $Tuple !== other instanceof $Tuple) return false;
    for (let i = 0; i < one.length; i += 1) if (!$eq(one[i], other[i])) return false;
    return true;
  }
  if (one instanceof $Dict) {
    if (!(other instanceof $Dict) || one.size !== other.size) return false;
    for (const key of one.list()) if (!other.has(key) || !$eq(one.get(key), other.get(key))) return false;
    return true;
  }
  if (one instanceof $Set) return other instanceof $Set && one.size === other.size && one.issuperset(other);
  const type = one.constructor;
  if (type !== other.constructor || !type.$equal) return false;
  return type.$fields.every(({ name, eq }) => !eq || $eq(one[name], other[name]));
}
function $order(one, other) {
  if (Array.isArray(one)) {
    const length = Math.min(one.length, other.length);
    for (let i = 0; i < length; i += 1) if (!$eq(one[i], other[i])) return $order(one[i], other[i]);
    return one.length - other.length;
  }
  if (typeof one === 'string') return one < other ? -1 : one > other ? 1 : 0;
  return Number(one) < Number(other) ? -1 : Number(one) > Number(other) ? 1 : Number(one) === Number(other) ? 0 : NaN;
}
const $lt = (one, other) => (typeof one === 'number' && typeof other === 'number' ? one < other : one instanceof $Set ? one.size < other.size && other.issuperset(one) : $order(one, other) < 0);
const $le = (one, other) => (typeof one === 'number' && typeof other === 'number' ? one <= other : one instanceof $Set ? other.issuperset(one) : $order(one, other) <= 0);

function $in(value, held) {
  if (typeof held === 'string') return held.includes(value);
  if (held instanceof $Dict || held instanceof $Set) return held.has(value);
  for (const each of held) if ($eq(each, value)) return true;
  return false;
}

// ---------------------------------------------------------------- operators

function $add(one, other) {
  if (Array.isArray(one)) return one instanceof $Tuple ? $t(...one, ...other) : [...one, ...other];
  return one && one.__add__ ? one.__add__(other) : one + other;
}
const $sub = (one, other) => (one instanceof $Set ? new $Set([...one].filter((each) => !$in(each, other))) : one.__sub__ ? one.__sub__(other) : one - other);
function $mul(one, other) {
  if (typeof one === 'string') return one.repeat(Math.max(0, Number(other)));
  if (typeof other === 'string') return other.repeat(Math.max(0, Number(one)));
  if (Array.isArray(one)) { const made = one instanceof $Tuple ? $t() : []; for (let i = 0; i < Number(other); i += 1) made.push(...one); return made; }
  if (one.__mul__) return one.__mul__(other);
  return one * other;
}
const $div = (one, other) => one / other;
const $mod = (one, other) => ((one % other) + other) % other;
const $floordiv = (one, other) => Math.floor(one / other);
const $pow = (one, other) => one ** other;
const $neg = (value) => -value;
function $or(one, other) {
  if (one instanceof $Dict) return new $Dict([...$pairs(one), ...$pairs(other)]);
  if (one instanceof $Set) return one.union(other);
  if (one && one.__or__) return one.__or__(other);
  if (typeof one === 'number' && typeof other === 'number') return one | other;
  if (typeof one === 'bigint' || typeof other === 'bigint') return BigInt(one) | BigInt(other);
  return $t(...(one instanceof $Tuple ? one : [one]), ...(other instanceof $Tuple ? other : [other]));
}
function $and(one, other) {
  if (one instanceof $Set) return new $Set([...one].filter((each) => $in(each, other)));
  if (one && one.__and__) return one.__and__(other);
  return one & other;
}
const $iadd = (one, other) => { if (Array.isArray(one) && !(one instanceof $Tuple)) { for (const each of other) one.push(each); return one; } return $add(one, other); };
const $isub = $sub;
const $imul = $mul;
const $ior = (one, other) => { if (one instanceof $Dict || one instanceof $Set) { one.update(other); return one; } return $or(one, other); };
const $iand = $and;

/** What is iterated over: what is nothing of the kind is told by JavaScript itself. */
const $it = (value) => value;
function $unpack(value, count, star) {
  const parts = [...value];
  if (star < 0) { if (parts.length !== count) throw $py.ValueError('wrong number of values to unpack'); return parts; }
  const after = count - star - 1;
  if (parts.length < count - 1) throw $py.ValueError('not enough values to unpack');
  return [...parts.slice(0, star), parts.slice(star, parts.length - after), ...parts.slice(parts.length - after)];
}
function $at(held, key) {
  if (held instanceof $Dict) { if (!held.has(key)) throw $py.KeyError(key); return held.get(key); }
  if (Array.isArray(held) || typeof held === 'string') {
    const index = Number(key) < 0 ? held.length + Number(key) : Number(key);
    if (!(index >= 0 && index < held.length)) throw $py.IndexError(key);
    return held[index];
  }
  if (held && held.__getitem__) return held.__getitem__(key);
  if (typeof held === 'function') return held;
  throw $py.TypeError(`${$repr(held)} has no parts`);
}
function $slice(held, low, high, step) {
  let start = low === null ? 0 : Number(low);
  let end = high === null ? held.length : Number(high);
  if (step === -1) { const all = [...held].reverse(); return typeof held === 'string' ? all.join('') : held instanceof $Tuple ? $t(...all) : all; }
  if (start < 0) start = Math.max(0, held.length + start);
  if (end < 0) end = Math.max(0, held.length + end);
  const part = typeof held === 'string' ? held.slice(start, Math.max(start, end)) : Array.prototype.slice.call([...held], start, Math.max(start, end));
  if (step !== null && step > 1) { const some = [...part].filter((each, index) => index % step === 0); return typeof held === 'string' ? some.join('') : held instanceof $Tuple ? $t(...some) : some; }
  return held instanceof $Tuple ? $t(...part) : part;
}
function $put(held, key, value) {
  if (held instanceof $Dict) held.set(key, value);
  else if (Array.isArray(held)) { if (key instanceof $Tuple) throw $py.TypeError('key'); held[key < 0 ? held.length + key : key] = value; }
  else held[key] = value;
}
function $del(held, key) { if (held instanceof $Dict) { if (!held.delete(key)) throw $py.KeyError(key); } else held.splice(key, 1); }

// ---------------------------------------------------------------- functions and classes

/** Calls what is known when it is called only: a class, or something of Python's own. */
function $call(callable, given, named) {
  if (callable.$named) return callable.$named(given, named);
  return callable(...(callable.$spec ? $places(callable.$spec, given, named) : [...given, ...Object.values(named)]));
}
function $places(names, given, named) {
  const placed = [...given];
  for (const name of Object.keys(named)) {
    const place = names.indexOf(name);
    if (place < 0) throw $py.TypeError(`there is no ${name}`);
    while (placed.length < place) placed.push(undefined);
    placed[place] = named[name];
  }
  return placed;
}
/** Calls with names that are known when it is called only. */
function $spread(callable, names, given, named, rest) {
  if (!rest) return callable(...$places(names, given, named));
  const known = Object.keys(named).filter((name) => names.includes(name));
  const placed = $places(names, given, Object.fromEntries(known.map((name) => [name, named[name]])));
  while (placed.length < names.length) placed.push(undefined);
  return callable(...placed, $dict(Object.entries(named).filter(([name]) => !known.includes(name))));
}
const $callm = (owner, name, given, named) => {
  if (typeof owner === 'string' && name === 'format') return $text.format(owner, new Map(Object.entries(named)));
  if (owner[name]?.$spec) return $call(owner[name], given, named);
  return (owner[name] ?? $method(name)).call(owner, ...(owner[name] ? [] : [owner]), ...given, ...Object.values(named));
};
const $value = (owner) => (typeof owner === 'string' ? owner : owner.value);
function $get(owner, name) {
  if (owner === null || owner === undefined) throw $py.AttributeError(`None has no ${name}`);
  if (typeof owner === 'string') {
    if (name === 'value') return owner;
    if ($strings[name]) return $strings[name](owner);
    if ($text[name]) return (...given) => $text[name](owner, ...given);
  }
  if (Array.isArray(owner) && $lists[name]) return (...given) => $lists[name](owner, ...given);
  const value = owner[name];
  if (typeof value === 'function' && typeof owner === 'object' && !Object.hasOwn(owner, name) && !value.$class) return (...given) => value.apply(owner, given);
  if (value === undefined) throw $py.AttributeError(`${$repr(owner)} has no ${name}`);
  return value;
}
/** What members of text enumerations know beside their text. */
const $strings = {};

let $classes = 0;
const $object = function () { return Object.create($object.prototype); };
$object.$class = true;
$object.$mro = [$object];
const $Value = function () { return Object.create($Value.prototype); };
$Value.prototype = Object.create($object.prototype);
$Value.$class = true;
$Value.$mro = [$Value, $object];
$Value.$parent = $object;

function $class(name, bases, how, fields, members, traits) {
  const parents = bases.length ? bases : [$object];
  if (parents.some((each) => each.$makes)) return parents.find((each) => each.$makes).$makes(name, fields, members, traits);
  const parent = parents.find((each) => each.$class) ?? $object;
  const callable = '__call__' in members || parent.$callable;
  const kind = function (...given) {
    const made = callable ? function (...inner) { return made.__call__(...inner); } : Object.create(kind.prototype);
    if (callable) Object.setPrototypeOf(made, kind.prototype);
    made.__init__(...given);
    return made;
  };
  Object.defineProperty(kind, 'name', { value: name });
  Object.assign(kind, { $class: true, $callable: callable, $number: ($classes += 1), __name__: name, $fields: parent.$fields ?? [] });
  kind.prototype = Object.create(parent.prototype);
  kind.prototype.constructor = kind;
  kind.$mro = [kind, ...parents.flatMap((each) => each.$mro ?? [each])];
  kind.$parent = parent;
  const decorated = how > 0;
  const tuple = parents.includes($lib.typing.NamedTuple);
  if (decorated || tuple || fields.length && fields.every((each) => typeof each !== 'string')) $declare(kind, parent, fields, decorated || tuple);
  for (const [member, value] of Object.entries(members)) $member(kind, member, value, traits[member]);
  if (decorated || tuple) {
    kind.$equal = tuple || how === 2 || kind.$mro.includes($Value);
    if (!('__init__' in members)) kind.prototype.__init__ = $initialiser(kind);
    kind.$spec = kind.$fields.filter((each) => each.init).map((each) => each.alias);
  }
  if (members.__getattr__) $asked(kind);
  if (members.__getitem__ && members.__len__) kind.prototype[Symbol.iterator] = function* () { for (let at = 0; at < this.__len__(); at += 1) yield this.__getitem__(at); };
  if (tuple) kind.prototype[Symbol.iterator] = function* () { for (const each of kind.$fields) yield this[each.name]; };
  return kind;
}
$object.prototype.__init__ = function () {};
/** Lets ``__getattr__`` say what an object has that nothing else knows. */
function $asked(kind) {
  const asking = { get: (owner, name, self) => (typeof name === 'string' && !name.startsWith('__') && !(name in owner) ? self.__getattr__(name) : owner[name]) };
  Object.setPrototypeOf(kind.prototype, new Proxy(Object.getPrototypeOf(kind.prototype), asking));
}

function $declare(kind, parent, fields, decorated) {
  const own = fields.filter((each) => typeof each !== 'string' || decorated).map((each) => (typeof each === 'string' ? [each] : each)).map(([name, value, anew]) => {
    const given = anew ? new $Field({ factory: value }) : value ? value() : $missing;
    const field = given instanceof $Field ? given : new $Field({ default: given });
    return { name, alias: field.alias ?? name.replace(/^_+/, ''), field, eq: field.eq !== false, metadata: field.metadata, init: field.init !== false, default: field.default };
  });
  const inherited = (parent.$fields ?? []).filter((each) => !own.some(({ name }) => name === each.name));
  kind.$fields = [...inherited, ...own];
}
const $missing = Symbol('missing');
class $Field {
  constructor(given) { this.default = $missing; this.factory = null; this.metadata = $dict([]); Object.assign(this, given); }
  value(owner) {
    if (this.factory) return this.factory();
    if (this.default === $missing) throw $py.TypeError('a field is missing');
    return this.default instanceof $Factory ? this.default.make(owner) : this.default;
  }
}
class $Factory { constructor(make) { this.make = make; } }
function $initialiser(kind) {
  return function (...given) {
    let place = 0;
    for (const each of kind.$fields) {
      let value;
      if (each.init) { value = given[place]; place += 1; }
      if (value === undefined) value = each.field.value(this);
      else if (each.field.converter) value = each.field.converter(value);
      this[each.name] = value;
    }
    if (this.__attrs_post_init__) this.__attrs_post_init__();
  };
}
function $member(kind, name, value, trait) {
  if (trait === 'p') Object.defineProperty(kind.prototype, name, { get() { return value.call(this); }, configurable: true });
  else if (trait === 'c') {
    Object.defineProperty(kind.prototype, name, {
      configurable: true,
      get() { const made = value.call(this); Object.defineProperty(this, name, { value: made, writable: true, configurable: true, enumerable: false }); return made; },
      set(made) { Object.defineProperty(this, name, { value: made, writable: true, configurable: true, enumerable: false }); },
    });
  } else if (trait === 's') { kind[name] = value; kind.prototype[name] = value; }
  else if (trait === 'k') kind[name] = (...given) => value.call(kind, ...given);
  else {
    kind.prototype[name] = value;
    if (typeof value !== 'function') kind[name] = value;
    else if (!(name in kind)) kind[name] = (self, ...given) => value.apply(self, given);
  }
}
function $super(self, method, given) {
  let kind = self.constructor;
  while (kind && !(Object.hasOwn(kind.prototype, method))) kind = kind.$parent;
  const parent = kind?.$parent;
  if (parent && parent.prototype[method]) return parent.prototype[method].apply(self, given);
  return null;
}

function $is(value, kinds) {
  if (kinds instanceof $Tuple) return kinds.some((each) => $is(value, each));
  if (kinds.$check) return kinds.$check(value);
  if (value === null || value === undefined || typeof value !== 'object' && typeof value !== 'function') return false;
  return value.constructor?.$mro?.includes(kinds) ?? false;
}
const $part = (kind, value, place) => (kind.$builtin ? value : value[kind.$fields[place].name]);
const $type = (name, check, make) => { const kind = (...given) => make(...given); return Object.assign(kind, { $check: check, $builtin: true, __name__: name, $mro: [] }); };
const $isNumber = (value) => typeof value === 'number';

// ---------------------------------------------------------------- exceptions

const $exceptions = {};
function $exception(name, parent) {
  const kind = $class(name, parent ? [parent] : [], 0, [], parent ? {} : {
    __init__(...args) { this.args = $tuple(args); },
    __str__() { return this.args?.length ? $str(this.args[0]) : ''; },
  }, {});
  return kind;
}
const $raised = (error) => (typeof error === 'function' && error.$class ? error() : error);
/** Turn JavaScript's own errors into Python's. */
function $caught(error) {
  if (!(error instanceof Error)) return error;
  const kind = error instanceof RangeError ? $py.RecursionError : $py.TypeError;
  const made = kind(error.message);
  made.stack = error.stack;
  return made;
}

// ---------------------------------------------------------------- text

const $str = (value) => {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'number') return $number(value);
  return value.__str__ ? value.__str__() : $repr(value);
};
const $number = (value) => (Number.isNaN(value) ? 'nan' : value === Infinity ? 'inf' : value === -Infinity ? '-inf' : String(value).replace(/e([+-])(\d)$/, 'e$10$2'));
function $repr(value) {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `${value instanceof $Tuple ? '(' : '['}${value.map($repr).join(', ')}${value instanceof $Tuple ? ')' : ']'}`;
  if (value instanceof $Dict) return `{${$pairs(value).map(([key, inner]) => `${$repr(key)}: ${$repr(inner)}`).join(', ')}}`;
  if (value !== null && typeof value === 'object') return value.__repr__ ? value.__repr__() : `${value.constructor?.__name__ ?? 'object'}`;
  if (typeof value === 'function') return value.__name__ ?? 'function';
  return $str(value);
}
function $format(value, spec) {
  if (spec === '') return $str(value);
  const found = /^(0?)(\d+)([dxX]?)$/.exec(spec);
  if (!found) return $str(value);
  const text = found[3].toLowerCase() === 'x' ? value.toString(16) : $str(value);
  return (found[3] === 'X' ? text.toUpperCase() : text).padStart(Number(found[2]), found[1] || ' ');
}
const $blank = /^[\s\x1c-\x1f\x85]$/u;
const $ends = (text, letters, left, right) => {
  const stop = letters === null || letters === undefined ? (letter) => $blank.test(letter) && letter !== '\ufeff' : (letter) => letters.includes(letter);
  const all = Array.from(text);
  let start = 0;
  let end = all.length;
  while (left && start < end && stop(all[start])) start += 1;
  while (right && end > start && stop(all[end - 1])) end -= 1;
  return all.slice(start, end).join('');
};
const $starts = (text, heads) => (heads instanceof $Tuple ? heads.some((each) => text.startsWith(each)) : text.startsWith(heads));
const $text = {
  strip: (text, letters) => $ends(text, letters, true, true),
  lstrip: (text, letters) => $ends(text, letters, true, false),
  rstrip: (text, letters) => $ends(text, letters, false, true),
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  title: (text) => text.toLowerCase().replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase()),
  casefold: (text) => text.toLowerCase(),
  startswith: (text, heads, at = 0) => $starts(at ? text.slice(at) : text, heads),
  endswith: (text, tails) => (tails instanceof $Tuple ? tails.some((each) => text.endsWith(each)) : text.endsWith(tails)),
  split: (text, by = null, most = -1) => {
    if (by === null) return text.split(/[\s\x1c-\x1f\x85]+/u).filter((each) => each !== '');
    const parts = text.split(by);
    return most >= 0 && parts.length > most + 1 ? [...parts.slice(0, most), parts.slice(most).join(by)] : parts;
  },
  splitlines: (text) => text.split(/\r\n|[\n\r]/).filter((each, index, all) => index < all.length - 1 || each !== ''),
  partition: (text, by) => { const at = text.indexOf(by); return at < 0 ? $t(text, '', '') : $t(text.slice(0, at), by, text.slice(at + by.length)); },
  rpartition: (text, by) => { const at = text.lastIndexOf(by); return at < 0 ? $t('', '', text) : $t(text.slice(0, at), by, text.slice(at + by.length)); },
  removeprefix: (text, head) => (text.startsWith(head) ? text.slice(head.length) : text),
  removesuffix: (text, tail) => (tail && text.endsWith(tail) ? text.slice(0, -tail.length) : text),
  replace: (text, old, fresh) => text.split(old).join(fresh),
  join: (text, parts) => [...parts].join(text),
  find: (text, sought, at = 0) => text.indexOf(sought, at),
  count: (text, sought) => text.split(sought).length - 1,
  index: (text, sought) => text.indexOf(sought),
  isascii: (text) => /^[\x00-\x7f]*$/.test(text),
  isdigit: (text) => /^[\p{Nd}\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]+$/u.test(text),
  isdecimal: (text) => /^\p{Nd}+$/u.test(text),
  isalnum: (text) => /^[\p{L}\p{N}]+$/u.test(text),
  isalpha: (text) => /^\p{L}+$/u.test(text),
  islower: (text) => text !== text.toUpperCase() && text === text.toLowerCase(),
  isupper: (text) => text !== text.toLowerCase() && text === text.toUpperCase(),
  isspace: (text) => /^[\s\x1c-\x1f\x85]+$/u.test(text),
  ljust: (text, width, fill = ' ') => text.padEnd(width, fill),
  rjust: (text, width, fill = ' ') => text.padStart(width, fill),
  zfill: (text, width) => text.padStart(width, '0'),
  translate: (text, table) => Array.from(text, (letter) => { const code = letter.codePointAt(0); const found = table.get(code); return !table.has(code) ? letter : found === null ? '' : typeof found === 'number' ? String.fromCodePoint(found) : found; }).join(''),
  format: (text, named) => text.replace(/\{(\w*)\}/g, (whole, name) => (named.has(name) ? $str(named.get(name)) : whole)),
  encode: (text) => text,
  __contains__: (text, part) => text.includes(part),
};
const $lists = {
  append: (list, value) => { list.push(value); return null; },
  extend: (list, values) => { for (const each of values) list.push(each); return null; },
  insert: (list, at, value) => { list.splice(at, 0, value); return null; },
  pop: (list, at = -1) => { if (!list.length) throw $py.IndexError('pop'); return list.splice(at < 0 ? list.length + at : at, 1)[0]; },
  index: (list, value) => { const found = typeof value === 'string' ? list.indexOf(value) : list.findIndex((each) => $eq(each, value)); if (found < 0) throw $py.ValueError('not in list'); return found; },
  count: (list, value) => list.filter((each) => $eq(each, value)).length,
  sort: (list, key, reverse) => { const sorted = $sorted(list, key, reverse); list.splice(0, list.length, ...sorted); return null; },
  reverse: (list) => { list.reverse(); return null; },
  copy: (list) => [...list],
  clear: (list) => { list.length = 0; return null; },
  __contains__: (list, value) => $in(value, list),
};
/** The methods of texts, lists and numbers, as functions; of another object it is its own. */
const $m = {};
function $method(name) {
  const [text, list, number] = [$text[name], $lists[name], $numbers[name]];
  return (owner, ...given) => {
    if (text !== undefined && typeof owner === 'string') return text(owner, ...given);
    if (list !== undefined && Array.isArray(owner)) return list(owner, ...given);
    if (number !== undefined && typeof owner === 'number') return number(owner, ...given);
    if (owner === null || owner === undefined || owner[name] === undefined) throw $py.AttributeError(`${$repr(owner)} has no ${name}`);
    return owner[name](...given);
  };
}
const $numbers = { is_integer: Number.isInteger, bit_length: (value) => (value ? Math.floor(Math.log2(Math.abs(value))) + 1 : 0) };
const $length = (value) => {
  if (typeof value === 'string') { let count = 0; for (const letter of value) count += 1; return count; }
  if (Array.isArray(value)) return value.length;
  if (value instanceof $Dict || value instanceof $Set) return value.size;
  return value.__len__();
};
function $sorted(values, key = null, reverse = false) {
  const keyed = [...values].map((value, index) => [key ? key(value) : value, index, value]);
  keyed.sort((one, other) => { const by = $order(one[0], other[0]); return (reverse ? -by : by) || one[1] - other[1]; });
  return keyed.map(([, , value]) => value);
}

// ---------------------------------------------------------------- built-in names

const $py = {
  isinstance: $is,
  issubclass: (kind, kinds) => (kinds instanceof $Tuple ? kinds : [kinds]).some((each) => kind === each || kind.$mro?.includes(each)),
  len: $length,
  any: (values) => { for (const each of values) if ($b(each)) return true; return false; },
  all: (values) => { for (const each of values) if (!$b(each)) return false; return true; },
  sum: (values, start = 0) => { let total = start; for (const each of values) total = typeof each === 'bigint' || typeof total === 'bigint' ? BigInt(total) + BigInt(each) : $add(total, Number(each)); return total; },
  abs: Math.abs,
  round: (value) => { const low = Math.floor(value); const part = value - low; return part < 0.5 || (part === 0.5 && low % 2 === 0) ? low : low + 1; },
  ord: (letter) => letter.codePointAt(0),
  chr: (code) => String.fromCodePoint(code),
  id: (value) => (typeof value === 'object' && value !== null || typeof value === 'function' ? $idOf(value) : $key(value)),
  vars: (value) => new $Dict(Object.entries(value)),
  enumerate: Object.assign(function* (values, start = 0) { let index = start; for (const each of values) { yield $t(index, each); index += 1; } }, { $spec: ['values', 'start'] }),
  range: (...given) => { const [start, end, step] = given.length === 1 ? [0, given[0], 1] : [given[0], given[1], given[2] ?? 1]; const made = []; for (let i = start; step > 0 ? i < end : i > end; i += step) made.push(i); return made; },
  zip: Object.assign(function* (...lists) { yield* $zip(lists); }, { $named: (lists) => $zip(lists) }),
  map: function* (call, ...lists) { if (lists.length === 1) { for (const each of lists[0]) yield call(each); } else for (const each of $zip(lists)) yield call(...each); },
  filter: function* (call, values) { for (const each of values) if ($b(call === null ? each : call(each))) yield each; },
  reversed: (values) => [...values].reverse(),
  sorted: Object.assign((values, key, reverse) => $sorted(values, key, reverse), { $spec: ['values', 'key', 'reverse'] }),
  next: (values, ...other) => { const found = (values.next ? values : values[Symbol.iterator]()).next(); if (!found.done) return found.value; if (other.length) return other[0]; throw $py.StopIteration(); },
  iter: (values) => { const list = values; return list.next ? list : list[Symbol.iterator](); },
  min: Object.assign((...given) => $least(given, null, 1, $missing), { $named: (given, { key = null, default: other = $missing }) => $least(given, key, 1, other) }),
  max: Object.assign((...given) => $least(given, null, -1, $missing), { $named: (given, { key = null, default: other = $missing }) => $least(given, key, -1, other) }),
  getattr: (owner, name, ...other) => { try { return $get(owner, name); } catch (error) { if (other.length && $is(error, $py.AttributeError)) return other[0]; throw error; } },
  hasattr: (owner, name) => owner !== null && owner !== undefined && owner[name] !== undefined,
  setattr: (owner, name, value) => { owner[name] = value; return null; },
  callable: (value) => typeof value === 'function',
  type: (value) => {
    if (typeof value === 'string') return $py.str;
    if (typeof value === 'boolean') return $py.bool;
    if (typeof value === 'number') return Number.isInteger(value) ? $py.int : $py.float;
    if (value === null) return $NoneType;
    if (value instanceof $Tuple) return $py.tuple;
    if (Array.isArray(value)) return $py.list;
    if (value instanceof $Dict) return $py.dict;
    if (value instanceof $Set) return $py.set;
    return value.constructor;
  },
  object: $object,
  slice: $type('slice', () => false, () => null),
  str: Object.assign($type('str', (value) => typeof value === 'string', (value = '') => $str(value)), $text, {
    maketrans: (one, other, gone) => (typeof one === 'string' ? $dict([...Array.from(one, (letter, i) => [letter.codePointAt(0), Array.from(other)[i].codePointAt(0)]), ...Array.from(gone ?? '', (letter) => [letter.codePointAt(0), null])]) : $dict($pairs(one).map(([key, value]) => [typeof key === 'string' ? key.codePointAt(0) : key, value]))),
  }),
  int: $type('int', (value) => (typeof value === 'number' && Number.isInteger(value)) || typeof value === 'boolean', (value = 0, base = 10) => $int(value, base)),
  float: Object.assign($type('float', (value) => typeof value === 'number' && !Number.isInteger(value), (value) => $float(value)), {}),
  bool: $type('bool', (value) => typeof value === 'boolean', (value) => $b(value)),
  list: $type('list', (value) => Array.isArray(value) && !(value instanceof $Tuple), (values = []) => [...values]),
  tuple: $type('tuple', (value) => value instanceof $Tuple || value?.constructor?.$mro?.includes($lib.typing.NamedTuple), (values = []) => $tuple(values)),
  dict: Object.assign($type('dict', (value) => value instanceof $Dict, (values = []) => new $Dict($pairs(values))), {
    $named: (given, named) => new $Dict([...(given.length ? $pairs(given[0]) : []), ...Object.entries(named)]),
    fromkeys: (keys, value = null) => new $Dict([...keys].map((key) => [key, value])),
  }),
  set: $type('set', (value) => value instanceof $Set, (values = []) => new $Set(values)),
  frozenset: Object.assign($type('frozenset', (value) => value instanceof $Set, (values = []) => new $Set(values)), {}),
  bytes: Object.assign($type('bytes', () => false, (value) => value), { fromhex: (text) => new $Bytes(text.match(/../g)?.map((each) => parseInt(each, 16)) ?? []) }),
};
const $NoneType = $type('NoneType', (value) => value === null, () => null);
function* $zip(lists) {
  const all = lists.map((each) => $py.iter(each));
  for (;;) {
    const found = all.map((each) => each.next());
    if (!found.length || found.some((each) => each.done)) return;
    yield $t(...found.map((each) => each.value));
  }
}
function $least(given, key, sign, other) {
  const values = given.length === 1 ? [...given[0]] : given;
  if (!values.length) { if (other === $missing) throw $py.ValueError('empty'); return other; }
  let best = values[0];
  for (const each of values.slice(1)) if (sign * $order(key ? key(each) : each, key ? key(best) : best) < 0) best = each;
  return best;
}
function $int(value, base) {
  if (typeof value === 'number') { if (!Number.isFinite(value)) throw $py.ValueError('int'); return Math.trunc(value); }
  if (typeof value === 'boolean') return Number(value);
  if (base === 0) return Number(value);
  const text = $text.strip(value);
  if (base === 16) return parseInt(text, 16);
  if (!/^[+-]?[0-9]+(?:_[0-9]+)*$/.test(text) || text.length > 4300) throw $py.ValueError('int');
  return Number(text);
}
function $float(value) {
  if (typeof value !== 'string') return Number(value);
  const text = $text.strip(value).toLowerCase();
  if (/^[+-]?(?:inf|infinity)$/.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  if (/^[+-]?nan$/.test(text)) return NaN;
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?$/.test(text)) throw $py.ValueError('float');
  return Number(text);
}
class $Bytes {
  constructor(bytes) { this.bytes = bytes; }
  decode() {
    try { return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new Uint8Array(this.bytes)); } catch {
      const error = $py.UnicodeDecodeError('utf-8');
      Object.assign(error, { start: 0, end: 1 });
      throw error;
    }
  }
}
// ---------------------------------------------------------------- the standard library

class $Match {
  constructor(found, pattern) { this.found = found; this.string = found.input; this.re = pattern; }
  __getitem__(key) { return this.group(key); }
  group(key = 0) { const value = typeof key === 'string' ? this.found.groups[key] : this.found[key]; return value === undefined ? null : value; }
  groups() { return $t(...this.found.slice(1).map((each) => (each === undefined ? null : each))); }
  get lastgroup() { return this.re.names.findLast((name) => this.found.groups[name] !== undefined) ?? null; }
  groupdict() { const names = this.re.names; return new $Dict(names.map((name) => [name, this.found.groups?.[name] ?? null])); }
  start() { return this.found.index; }
  end() { return this.found.index + this.found[0].length; }
}
/** Writes what never gives back what it took, ``x++`` and ``x*+``, as JavaScript can say it. */
function $atomic(text) {
  if (!/[*+?}]\+/.test(text)) return text;
  const starts = [];
  const open = [];
  let out = '';
  let count = 0;
  const put = (piece) => { starts.push(out.length); out += piece; };
  for (let at = 0; at < text.length;) {
    const letter = text[at];
    if (letter === '[') {
      let end = at + (text[at + 1] === '^' ? 2 : 1);
      if (text[end] === ']') end += 1;
      while (text[end] !== ']') end += text[end] === '\\' ? 2 : 1;
      put(text.slice(at, end + 1));
      at = end + 1;
    } else if (letter === '\\') { put(text.slice(at, at + 2)); at += 2; } else if (letter === '(') {
      const head = /^\((?:\?(?:[:=!>]|<[=!]|P<\w+>|P=\w+))?/.exec(text.slice(at))[0];
      open.push(out.length);
      out += head;
      at += head.length;
    } else if (letter === ')') { out += ')'; starts.push(open.pop()); at += 1; } else if (/[*+?{]/.test(letter)) {
      const mark = /^(?:[*+?]|\{[\d,]+\})/.exec(text.slice(at))?.[0];
      if (!mark) { put(letter); at += 1; continue; }
      at += mark.length;
      if (text[at] === '+') {
        const start = starts.at(-1);
        count += 1;
        out = `${out.slice(0, start)}(?=(?<atom${count}>${out.slice(start)}${mark}))\\k<atom${count}>`;
        at += 1;
      } else out += mark;
    } else { put(letter); at += 1; }
  }
  return out;
}
class $Pattern {
  constructor(text, flags = 0) {
    const ascii = flags & 256;
    this.names = [...text.matchAll(/\(\?P<(\w+)>/g)].map((each) => each[1]);
    let source = $atomic(text).replace(/\(\?P<(\w+)>/g, '(?<$1>').replace(/\(\?P=(\w+)\)/g, '\\k<$1>');
    this.hidden = [...source.matchAll(/(?<!\\)\((?!\?(?!<[A-Za-z_]))/g)].flatMap((each, index) => (source.startsWith('(?<atom', each.index) ? [index + 1] : []));
    source = source.replace(/\\([\s\S])/g, (whole, letter) => $escapes(whole, letter, ascii));
    this.flags = `u${flags & 2 ? 'i' : ''}${flags & 16 ? 's' : ''}${flags & 8 ? 'm' : ''}`;
    this.source = source;
    this.made = {};
  }
  exp(kind, source, flags) { this.made[kind] ??= new RegExp(source, this.flags + flags); this.made[kind].lastIndex = 0; return this.made[kind]; }
  wrap(found) {
    if (!found) return null;
    for (const place of [...this.hidden].reverse()) found.splice(place, 1);
    return new $Match(found, this);
  }
  fullmatch(text) { return this.wrap(this.exp('full', `^(?:${this.source})$(?![\\s\\S])`, '').exec(text)); }
  match(text, at = 0) { const made = this.exp('match', this.source, 'y'); made.lastIndex = at; return this.wrap(made.exec(text)); }
  search(text) { return this.wrap(this.exp('search', this.source, '').exec(text)); }
  findall(text) { return [...text.matchAll(this.exp('all', this.source, 'g'))].map((each) => (each.length > 1 + this.hidden.length ? each[1] : each[0])); }
  *finditer(text) { for (const each of text.matchAll(this.exp('all', this.source, 'g'))) yield this.wrap(each); }
  sub(put, text) {
    return text.replace(this.exp('all', this.source, 'g'), (...given) => {
      const named = typeof given.at(-1) === 'object';
      const [index, input] = given.slice(named ? -3 : -2);
      const found = given.slice(0, named ? -3 : -2);
      Object.assign(found, { index, input, groups: named ? given.at(-1) : undefined });
      return typeof put === 'function' ? put(this.wrap(found)) : put;
    });
  }
  split(text) { return text.split(this.exp('all', this.source, 'g')); }
}
function $escapes(whole, letter, ascii) {
  if (letter === 'w') return ascii ? 'A-Za-z0-9_'.replace(/^/, '[').concat(']') : '[\\p{L}\\p{N}_]';
  if (letter === 'd') return ascii ? '[0-9]' : '\\p{Nd}';
  if (letter === 'Z') return '$(?![\\s\\S])';
  if (/[A-Za-z0-9]/.test(letter)) return whole;
  return /[\^$\\.*+?()[\]{}|/-]/.test(letter) ? whole : letter;
}
const $late = (text, flags = 0) => new $Pattern(text, flags);

const $attrs = () => (kind) => kind;
const $decorator = Object.assign((...given) => (given.length === 1 && typeof given[0] === 'function' ? given[0] : (kind) => kind), { $named: () => (kind) => kind });
function $cached(call) {
  const known = new $Dict();
  const made = (...given) => {
    const key = given.length === 1 ? given[0] : $t(...given);
    if (!known.has(key)) known.set(key, call(...given));
    return known.get(key);
  };
    made.cache_clear = () => known.clear();
  return made;
}
const $attributes = (text) => (owner) => text.split('.').reduce((held, step) => $get(held, step), owner);
const $lib = {
  attrs: {
    frozen: $decorator,
    define: $decorator,
    NOTHING: $missing,
    field: Object.assign(() => new $Field({}), { $named: (given, named) => new $Field(named) }),
    Factory: Object.assign((make) => new $Factory(() => make()), { $named: ([make], { takes_self: own }) => new $Factory(own ? make : () => make()) }),
    fields: (kind) => kind.$fields,
    has: (kind) => Boolean(kind?.$fields?.length && kind.$equal !== undefined),
    evolve: Object.assign((owner) => $evolved(owner, {}), { $named: ([owner], named) => $evolved(owner, named) }),
    asdict: (owner) => new $Dict(owner.constructor.$fields.map(({ name }) => [name, owner[name]])),
  },
  collections: { Counter: (values) => new $Counter(values), defaultdict: (make) => $defaulting(make) },
  collections_abc: {},
  functools: {
    cache: $cached,
    lru_cache: Object.assign((size) => $cached, { $named: () => $cached }),
    reduce: (call, values, start) => [...values].reduce((held, each) => call(held, each), start),
    partial: Object.assign((call, ...given) => (...more) => call(...given, ...more), { $named: ([call, ...given], named) => (...more) => $call(call, [...given, ...more], named) }),
    cached_property: null,
  },
  itertools: {
    chain: Object.assign(function* (...lists) { for (const each of lists) yield* each; }, { from_iterable: function* (lists) { for (const each of lists) yield* each; } }),
    groupby: Object.assign((values, key) => $grouped(values, key), { $spec: ['values', 'key'] }),
    pairwise: function* (values) { let before = $missing; for (const each of values) { if (before !== $missing) yield $t(before, each); before = each; } },
    islice: function* (values, count) { let left = count; for (const each of values) { if (left-- <= 0) return; yield each; } },
  },
  operator: { attrgetter: (...names) => (names.length === 1 ? $attributes(names[0]) : (owner) => $t(...names.map((name) => $attributes(name)(owner)))), getitem: $at, itemgetter: (...keys) => (held) => (keys.length === 1 ? $at(held, keys[0]) : $t(...keys.map((key) => $at(held, key)))) },
  math: { isfinite: (value) => Number.isFinite(Number(value)), isnan: Number.isNaN, floor: Math.floor, inf: Infinity, nan: NaN },
  re: { IGNORECASE: 2, ASCII: 256, DOTALL: 16, compile: $late, fullmatch: (text, given, flags) => $late(text, flags).fullmatch(given), match: (text, given, flags) => $late(text, flags).match(given), search: (text, given, flags) => $late(text, flags).search(given), sub: (text, put, given) => $late(text).sub(put, given), split: (text, given) => $late(text).split(given), findall: (text, given) => $late(text).findall(given) },
  os: { environ: $dict([]) },
  enum: {},
  json: {
    dumps: Object.assign((value) => $json(value), { $named: ([value]) => $json(value) }),
    loads: (text) => { try { return $fromJs(JSON.parse(text)); } catch { throw $py.ValueError('json'); } },
    JSONEncoder: Object.assign(() => ({ encode: $json }), { $named: () => ({ encode: $json }) }),
    JSONDecoder: () => ({ raw_decode: $rawDecode }),
  },
  msgspec: {},
  typing: { NamedTuple: Object.assign(() => null, { $mro: [] }), Any: null, cast: (kind, value) => value, get_args: () => $t() },
  types: { MappingProxyType: (value) => value },
  bisect: { bisect_left: (list, value) => { let at = 0; while (at < list.length && $lt(list[at], value)) at += 1; return at; } },
  shlex: { quote: (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text}'`) },
  heapq: { merge: { $named: (lists, { key }) => $sorted(lists.flatMap((each) => [...each]), key) } },
  html: { unescape: (text) => $unescape(text) },
  difflib: { get_close_matches: $close },
  urllib_parse: {
    quote: Object.assign((text) => $quote(text, '/'), { $named: ([text], { safe = '/' }) => $quote(text, safe) }),
    urlsplit: (text) => $urlsplit(text),
    parse_qsl: Object.assign((text) => $query(text, false), { $named: ([text], { keep_blank_values: keep }) => $query(text, keep) }),
    parse_qs: (text) => { const found = $dict([]); for (const [key, value] of $query(text, false)) found.setdefault(key, []).push(value); return found; },
  },
};
function $defaulting(make) {
  const made = new $Dict();
  made.get = function (key, other = null) { return this.has(key) ? $Dict.prototype.get.call(this, key) : other; };
  made.__getitem__ = null;
  return made;
}
/** Finds the texts that look most like one, as Python's ``difflib`` does. */
function $close(word, known, most, cutoff) {
  const letters = (text) => [...text].sort();
  const own = letters(word);
  // What the letters have in common, in any order, is never less than what blocks of them have.
  const most_shared = (text) => {
    const other = letters(text);
    let [i, j, count] = [0, 0, 0];
    while (i < own.length && j < other.length) if (own[i] === other[j]) { i += 1; j += 1; count += 1; } else if (own[i] < other[j]) i += 1; else j += 1;
    return count;
  };
  const ratio = (shared, text) => 2 * shared / (text.length + word.length || 1);
  const likely = [...known].filter((each) => ratio(Math.min(each.length, word.length), each) >= cutoff && ratio(most_shared(each), each) >= cutoff);
  const rated = likely.map((each) => [ratio($shared(each, word, 0, each.length, 0, word.length), each), each]);
  const close = rated.filter(([own]) => own >= cutoff);
  return close.sort(([one, left], [other, right]) => other - one || (left < right ? 1 : -1)).slice(0, most).map(([, each]) => each);
}
/** Counts the letters in the blocks that two texts share: the longest one, and those on both sides of it. */
function $shared(one, other, low, high, from, to) {
  let [start, begin, size] = [low, from, 0];
  for (let i = low; i < high; i += 1) {
    for (let j = from; j < to; j += 1) {
      let length = 0;
      while (i + length < high && j + length < to && one[i + length] === other[j + length]) length += 1;
      if (length > size) [start, begin, size] = [i, j, length];
    }
  }
  if (!size) return 0;
  return size + $shared(one, other, low, start, from, begin) + $shared(one, other, start + size, high, begin + size, to);
}
function $evolved(owner, named) {
  const kind = owner.constructor;
  const made = Object.create(kind.prototype);
  const changes = {};
  for (const [name, value] of Object.entries(named)) changes[name] = value;
  const given = kind.$fields.filter((each) => each.init).map((each) => (each.alias in changes ? changes[each.alias] : owner[each.name]));
  if (kind.$callable) return kind(...given);
  made.__init__(...given);
  return made;
}
function* $grouped(values, key = null) {
  let held = $missing;
  let group = [];
  for (const each of values) {
    const own = key ? key(each) : each;
    if (held !== $missing && !$eq(held, own)) { yield $t(held, group); group = []; }
    held = own;
    group.push(each);
  }
  if (held !== $missing) yield $t(held, group);
}
function $enumeration(text) {
  return Object.assign(() => null, {
    $makes(name, fields, members, traits) {
      const kind = (value) => { const found = all.find((each) => (text ? each === value : each.value === value)); if (found === undefined) throw $py.ValueError(`${value} is no ${name}`); return found; };
      const all = [];
      kind.__members__ = $dict([]);
      kind.__name__ = name;
      kind.$check = (value) => all.includes(value);
      kind.$mro = [kind];
      const own = { constructor: kind };
      for (const [member, value] of Object.entries(members)) {
        if (typeof value === 'function') {
          if (traits[member] === 'p') { if (text) $strings[member] = (self) => value.call(self); else Object.defineProperty(own, member, { get() { return value.call(this); } }); }
          else if (text) $text[member] ??= (self, ...given) => value.call(self, ...given);
          else own[member] = value;
          continue;
        }
        const made = text ? value : Object.assign(Object.create(own), { value });
        if (!text) made.name = member;
        all.push(made);
        kind[member] = made;
        kind.__members__.set(member, made);
      }
      kind[Symbol.iterator] = () => all[Symbol.iterator]();
      return kind;
    },
    $mro: [],
  });
}
$lib.enum = { Enum: $enumeration(false), StrEnum: $enumeration(true) };
{
  const objects = (check) => $type('abc', check, () => null);
  $lib.collections_abc = {
    Mapping: objects((value) => value instanceof $Dict),
    Sequence: objects((value) => Array.isArray(value) || typeof value === 'string'),
    Iterable: objects((value) => value !== null && typeof value === 'object' && Symbol.iterator in value),
    Callable: objects((value) => typeof value === 'function'),
  };
  const made = { Exception: $exception('Exception', null) };
  const tree = { ValueError: 'Exception', TypeError: 'Exception', LookupError: 'Exception', KeyError: 'LookupError', IndexError: 'LookupError', AttributeError: 'Exception', RuntimeError: 'Exception', RecursionError: 'RuntimeError', NotImplementedError: 'RuntimeError', StopIteration: 'Exception', ArithmeticError: 'Exception', OverflowError: 'ArithmeticError', MemoryError: 'Exception', OSError: 'Exception', ImportError: 'Exception', AssertionError: 'Exception', UnicodeDecodeError: 'ValueError' };
  for (const [name, parent] of Object.entries(tree)) made[name] = $exception(name, made[parent]);
  Object.assign($py, made);
}

function $quote(text, safe) {
  return Array.from(text, (letter) => (/[A-Za-z0-9_.~-]/.test(letter) || safe.includes(letter) ? letter : [...new TextEncoder().encode(letter)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''))).join('');
}
function $unquote(text) {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => new TextDecoder().decode(new Uint8Array(escapes.slice(1).split('%').map((each) => parseInt(each, 16)))));
}
function $query(text, keep) {
  const found = [];
  for (const pair of text.split('&')) {
    if (!pair) continue;
    const at = pair.indexOf('=');
    const [key, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    if (value || keep) found.push($t($unquote(key.replace(/\+/g, ' ')), $unquote(value.replace(/\+/g, ' '))));
  }
  return found;
}
/** Takes apart an address without a scheme, ``//host/path?query#fragment``, or with one. */
function $urlsplit(given) {
  let text = given.replace(/^[\x00-\x20]+/, '').replace(/[\t\r\n]/g, '');
  const parts = { scheme: '', netloc: '', path: '', query: '', fragment: '' };
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text);
  if (scheme) { parts.scheme = scheme[1].toLowerCase(); text = text.slice(scheme[0].length); }
  if (text.startsWith('//')) {
    const end = text.slice(2).search(/[/?#]/);
    parts.netloc = end < 0 ? text.slice(2) : text.slice(2, end + 2);
    text = end < 0 ? '' : text.slice(end + 2);
    const [open, close] = [parts.netloc.includes('['), parts.netloc.includes(']')];
    if (open !== close) throw $py.ValueError('Invalid IPv6 URL');
    if (open) {
      const inner = parts.netloc.slice(parts.netloc.lastIndexOf('@') + 1);
      const bracketed = /^\[([^\]]*)\](.*)$/.exec(inner);
      if (!bracketed || (bracketed[2] && !bracketed[2].startsWith(':')) || !$isAddress(bracketed[1])) throw $py.ValueError('Invalid IPv6 URL');
    }
    if (/[^\x00-\x7f]/.test(parts.netloc)) {
      const plain = parts.netloc.replace(/[@:#?]/g, '');
      const normal = plain.normalize('NFKC');
      if (plain !== normal && /[/?#@:]/.test(normal)) throw $py.ValueError('netloc');
    }
  }
  const hash = text.indexOf('#');
  if (hash >= 0) { parts.fragment = text.slice(hash + 1); text = text.slice(0, hash); }
  const query = text.indexOf('?');
  if (query >= 0) { parts.query = text.slice(query + 1); text = text.slice(0, query); }
  parts.path = text;
  const host = parts.netloc.slice(parts.netloc.lastIndexOf('@') + 1);
  const bare = host.startsWith('[') ? host.slice(1).split(']')[0] : host.split(':')[0];
  parts.hostname = bare ? (bare.includes('%') ? bare.split('%')[0].toLowerCase() + bare.slice(bare.indexOf('%')) : bare.toLowerCase()) : null;
  return parts;
}
function $isAddress(text) {
  if (/^v[0-9a-f]+\..+$/i.test(text)) return true;
  try { return Boolean(new URL(`http://[${text.split('%')[0]}]/`)); } catch { return false; }
}

// ---------------------------------------------------------------- dates

const $DAY = 86400000000;
class $Delta {
  constructor(micro) { this.micro = micro; }
  __mul__(count) { return new $Delta(this.micro * count); }
}
class $Date {
  constructor(micro, offset) { this.micro = micro; this.offset = offset; }
  get parts() { return new Date(Math.floor((this.micro + (this.offset ?? 0)) / 1000)); }
  get year() { return this.parts.getUTCFullYear(); }
  get month() { return this.parts.getUTCMonth() + 1; }
  get day() { return this.parts.getUTCDate(); }
  get hour() { return this.parts.getUTCHours(); }
  get minute() { return this.parts.getUTCMinutes(); }
  get second() { return this.parts.getUTCSeconds(); }
  get microsecond() { return $mod(this.micro, 1000000); }
  astimezone() { return new $Date(this.micro, 0).checked(); }
  replace() { return this; }
  checked() { const year = this.year; if (!(year >= 1 && year <= 9999)) throw $py.OverflowError('date'); return this; }
  __add__(delta) { return new $Date(this.micro + delta.micro, this.offset).checked(); }
  isoformat() { const at = new Date(Math.floor(this.micro / 1000)); return `${String(at.getUTCFullYear()).padStart(4, '0')}-${at.toISOString().slice(-20, -1)}`; }
}
function $instant(year, month, day, hour = 0, minute = 0, second = 0, micro = 0, offset = null) {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  if (!(year >= 1 && year <= 9999) || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) throw $py.ValueError('day is out of range');
  const clock = ((hour * 60 + minute) * 60 + second) * 1000000 + micro;
  return new $Date(at.getTime() * 1000 + clock - (offset ?? 0), offset);
}
$lib.datetime = {
  UTC: { micro: 0 },
  timedelta: Object.assign(() => new $Delta(0), { $named: (given, { hours = 0, minutes = 0, seconds = 0, microseconds = 0 }) => new $Delta(((hours * 60 + minutes) * 60 + seconds) * 1000000 + microseconds) }),
  timezone: (delta) => delta,
  datetime: Object.assign((...given) => $instant(...given), {
    $named: (given, { tzinfo }) => $instant(...given, ...[0, 0, 0, 0].slice(0, 7 - given.length), tzinfo.micro),
    fromisoformat: (text) => {
      const found = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):?(\d\d))?$/i.exec(text);
      if (!found) throw $py.ValueError('isoformat');
      const [, year, month, day, hour, minute, second, digits = '', sign, hours = 0, minutes = 0] = found;
      if (Number(hour) > 23 || Number(second) > 59 || Number(minute) > 59) throw $py.ValueError('isoformat');
      const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60000000;
      return $instant(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second), Number(digits.slice(0, 6).padEnd(6, '0')), offset);
    },
  }),
};

// ---------------------------------------------------------------- twins of named functions

const $rules = {};
/** Holds what functions give, which is defined further down: all of them are called when one is asked for. */
function $dialects(sources) {
  const known = new $Dict();
  const held = () => new Map(sources.items().map(([name, source]) => [name, source()]));
  return Object.defineProperty(known, 'held', {
    configurable: true,
    get() { return Object.defineProperty(known, 'held', { value: held() }).held; },
  });
}

const $load = (name) => $rules[name]();
const $noSuch = (wanted) => `there is no rule ${wanted}`;
const $clause = (error) => error.constructor?.__name__ ?? 'Error';
/** Reports an error that nobody foresaw about a subject; what was inside is left undone. */
const $guarding = (subject, findings) => (error) => {
  if ($is(error, $py.RecursionError)) throw error;
  findings.add('internal-error', subject, $u, $u, $u, $u, $dict([['problem', $clause(error)]]));
  return true;
};
const $NotJson = $exception('NotJson', $py.ValueError);
const $readJson = (text) => {
  try { return { document: $fromJs(JSON.parse(text)), notes: $t() }; } catch {
    const error = $NotJson('it is not JSON');
    Object.assign(error, { problem: 'it is not JSON', help: '', line: null, column: null });
    throw error;
  }
};
const $encodeJson = (value) => ({ decode: () => $json(value), value });
const $json = (value) => {
  if (typeof value === 'number' && !Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  if (Array.isArray(value)) return `[${value.map($json).join(', ')}]`;
  if (value instanceof $Dict) return `{${value.items().map(([key, inner]) => `${JSON.stringify(key)}: ${$json(inner)}`).join(', ')}}`;
  return typeof value === 'object' && value !== null ? JSON.stringify(String(value)) : JSON.stringify(value);
};
function $rawDecode(text) {
  for (let end = text.length; end > 0; end -= 1) {
    try { return $t($fromJs(JSON.parse(text.slice(0, end))), end); } catch { /* shorter */ }
  }
  throw $py.ValueError('json');
}

const $view = new DataView(new ArrayBuffer(8));
/** Which double a number is, counted from zero. */
function $rank(number) {
  $view.setFloat64(0, number);
  const bits = $view.getBigInt64(0);
  return bits >= 0n ? bits : -(bits + (1n << 63n));
}
function $equallySpaced(low, high) {
  const next = (value, by) => { $view.setBigInt64(0, ((rank) => (rank >= 0n ? rank : -rank - (1n << 63n)))($rank(value) + by)); return $view.getFloat64(0); };
  const first = next(low, 1n) - low;
  const last = high - next(high, -1n);
  return first === last && (!(low < 0 && high > 0) || first === Number.MIN_VALUE);
}
function $ranked(rank) { $view.setBigInt64(0, rank >= 0n ? rank : -rank - (1n << 63n)); return $view.getFloat64(0); }
/** How many times a midpoint fits between two neighbours, each time beside the last newcomer. */
function $headroom(before, after) {
  let [low, high] = [Number(before), Number(after)];
  let inserted = 0;
  while (!($rank(high) - $rank(low) < 64n || $equallySpaced(low, high))) {
    const middle = Number.isFinite(low + high) ? (low + high) / 2 : low / 2 + high / 2;
    if (Math.abs(high) >= Math.abs(low)) low = middle; else high = middle;
    inserted += 1;
  }
  const steps = $rank(high) - $rank(low);
  return inserted + (steps > 1n ? steps : 1n).toString(2).length - 1;
}

/** Each name begins with as many letters of the one before as its first letter says, and stands for what follows it. */
const $entities = {};
{
  let name = '';
  for (const [, shared, rest, end, value] of ENTITIES.matchAll(/([\s\S])(\w*)([;,])([^\x01]+)\x01/g)) {
    name = name.slice(0, shared.charCodeAt(0) - 35) + rest;
    $entities[`${name};`] = value;
    if (end === ',') $entities[name] = value;
  }
}
const $replaced = { 0x80: 0x20ac, 0x82: 0x201a, 0x83: 0x192, 0x84: 0x201e, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021, 0x88: 0x2c6, 0x89: 0x2030, 0x8a: 0x160, 0x8b: 0x2039, 0x8c: 0x152, 0x8e: 0x17d, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201c, 0x94: 0x201d, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014, 0x98: 0x2dc, 0x99: 0x2122, 0x9a: 0x161, 0x9b: 0x203a, 0x9c: 0x153, 0x9e: 0x17e, 0x9f: 0x178 };
/** Reads the character references of HTML, as Python's ``html.unescape`` does. */
function $unescape(text) {
  return text.replace(/&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)/g, (whole, name) => {
    if (name[0] !== '#') {
      if (Object.hasOwn($entities, name)) return $entities[name];
      for (let end = name.length - 1; end > 1; end -= 1) if (Object.hasOwn($entities, name.slice(0, end))) return $entities[name.slice(0, end)] + name.slice(end);
      return whole;
    }
    const code = /^#[xX]/.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    if (code === 0 || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) return '\ufffd';
    if (code === 0x0d) return '\r';
    if ($replaced[code]) return String.fromCodePoint($replaced[code]);
    if ((code >= 0x80 && code <= 0x9f) || code === 0x81) return String.fromCodePoint(code);
    if ((code >= 1 && code <= 8) || (code >= 0xe && code <= 0x1f) || (code >= 0x7f && code <= 0x9f) || (code >= 0xfdd0 && code <= 0xfdef) || code === 0xb || (code & 0xfffe) === 0xfffe) return '';
    return String.fromCodePoint(code);
  });
}

// ---------------------------------------------------------------- usual items

/** Stands for an item that is left out on purpose. */
const $left = Symbol('left');
const $lanes = [];
const $isDate = (value) => typeof value === 'string' || (value instanceof Date && !Number.isNaN(value.getTime()));
/** What was found in an item: indexes of what may be found, of which the first is no finding. */
class $Mask {
  constructor(bits) { this.bits = bits; }
  __and__(other) { return other === 1 ? Number(this.bits.includes(0)) : new $Mask(this.bits.filter((bit) => !other.includes(bit))); }
  valueOf() { return this.bits.some(Boolean) ? 2 : this.bits.length; }
}
const $lane = (lane) => {
  const found = lane.found.map(([rule, place, facts = null]) => ({ rule, place, facts, severity: null }));
  lane.pair = {
    source: lane.source,
    same: false,
    placed: lane.placed.length ? { __invert__: () => lane.placed } : 0,
    keys_of: (field) => [lane.compared[Number(field === 'sort_order')]],
    said: ({ bits }) => [...new Set(bits)].sort((one, other) => one - other).filter(Boolean).map((bit) => found[bit]),
  };
  $lanes.push(lane);
};
/** Gives the numbers of what media may tell, one bit each. */
const $bits = (found) => {
  const known = $dict(found.map(([rule, place], index) => [$t(rule, place), index < 30 ? 1 << index : 1n << BigInt(index)]));
  return (rule, place) => known.get($t(rule, place));
};
const $carrier = (bit, make, task, given) => make($call(task, [], { ...given, bits: { bit } }));
function $take_bits(bits, value) {
  if (value === 0) return;
  for (let rest = BigInt(value), index = 0; rest; rest >>= 1n, index += 1) if (rest & 1n) bits.push(index);
}
/** Converts what is usual among the values; null if nothing is. */
function $take(values, source, target, single) {
  const count = values.length;
  const columns = { outs: new Array(count).fill(null), masks: new Array(count).fill(-1), pairs: new Array(count).fill(null), unusual: [], of_text: false };
  columns.compared = $t(new Array(count).fill(null), new Array(count).fill(null));
  columns.raw = (index) => values[index];
  columns.written = (indexes) => [...indexes].map((index) => columns.outs[index]);
  columns.steps = (index) => (single ? $t() : $t(index));
  let first = 0;
  for (let index = 0; index < count; index += 1) {
    const raw = values[index] instanceof $Given && $isPlain(values[index].raw) ? values[index].raw : null;
    const before = first;
    for (let tried = 0; raw && tried < $lanes.length && columns.pairs[index] === null; tried += 1) {
      first = (before + tried) % $lanes.length;
      const [lane, bits] = [$lanes[first], []];
      const out = $through(lane, raw, bits);
      if (out !== null) {
        columns.outs[index] = out === $left ? null : out;
        columns.masks[index] = new $Mask(bits);
        columns.pairs[index] = lane.pair;
        lane.compared.forEach((name, column) => { columns.compared[column][index] = raw[name] ?? null; });
      }
    }
    if (columns.pairs[index] === null) columns.unusual.push(index);
  }
  columns.names = columns.pairs.map((pair) => pair?.source.name ?? null);
  return columns.unusual.length < count ? columns : null;
}
function $through(lane, raw, bits) {
  if (!lane.check(raw)) return null;
  for (const name of lane.dates) {
    const date = raw[name];
    if (date && !lane.date.fullmatch(typeof date === 'string' ? date : date.toISOString())) return null;
  }
  const out = lane.convert(raw, bits);
  return out === null || raw.type !== 'TEXT' || lane.telling.some((name) => raw[name] !== undefined) ? out : null;
}

// ---------------------------------------------------------------- between JavaScript and the converter

const $isPlain = (value) => {
  if (value === null || typeof value !== 'object') return false;
  const kind = Object.getPrototypeOf(value);
  return kind === Object.prototype || kind === null;
};
const $isNothing = (value) => value === undefined || typeof value === 'function' || typeof value === 'symbol';
const $isOwn = (held, key) => Object.prototype.propertyIsEnumerable.call(held, key);
/** An object as it was given; it becomes a dict where more is asked of it than its keys and values. */
class $Given extends $Dict {
  static of(raw) { const made = Object.create($Given.prototype); made.raw = raw; made.own = null; made.full = null; made.met = null; return made; }
  get held() {
    if (this.full === null) {
      const { raw, met } = this;
      this.full = new Map();
      if (raw instanceof Map) for (const [key, value] of raw) { if (!$isNothing(value)) this.full.set(String(key), $fromJs(value)); }
      else for (const key of Object.keys(raw)) if (!$isNothing(raw[key])) this.full.set(key, met?.get(key) ?? $fromJs(raw[key]));
    }
    return this.full;
  }
  get isOpen() { return this.full === null && !(this.raw instanceof Map); }
  has(key) {
    if (typeof key === 'string' && this.isOpen) return $isOwn(this.raw, key) && !$isNothing(this.raw[key]);
    return super.has(key);
  }
  get(key, other = null) {
    if (typeof key !== 'string' || !this.isOpen) return super.get(key, other);
    const value = $isOwn(this.raw, key) ? this.raw[key] : undefined;
    if (typeof value === 'object' && value !== null) {
      this.met ??= new Map();
      if (!this.met.has(key)) this.met.set(key, $fromJs(value));
      return this.met.get(key);
    }
    return $isNothing(value) ? other : $fromJs(value);
  }
  [Symbol.iterator]() { return this.isOpen ? Object.keys(this.raw).filter((key) => !$isNothing(this.raw[key]))[Symbol.iterator]() : super[Symbol.iterator](); }
}
/** Turns parsed JSON, and live values of Velo, into what the converter reads. */
function $fromJs(value) {
  switch (typeof value) {
    case 'string': case 'boolean': case 'number': return value;
    case 'bigint': return Number(value);
    case 'object': break;
    default: return null;
  }
  if (value === null) return null;
  if (Array.isArray(value)) { const made = new Array(value.length); for (let i = 0; i < value.length; i += 1) made[i] = $fromJs(value[i]); return made; }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return $Given.of(value);
}
/** Turns what the converter made into plain objects. */
function $toJs(value) {
  if (Array.isArray(value)) return [...value].map($toJs);
  if (value instanceof $Set) return [...value].map($toJs);
  if (value instanceof $Dict) {
    const made = {};
    for (const [key, inner] of value.items()) Object.defineProperty(made, key, { value: $toJs(inner), writable: true, enumerable: true, configurable: true });
    return made;
  }
  return value;
}

/** How deep values may be nested that stand beside one that cannot be read. */
const $DEEPEST = 200;
/** Tells whether all of a value can be read: it does not throw, is not too deep, and does not hold itself. */
function $isReadable(value, left) {
  if (value === null || typeof value !== 'object') return true;
  if (left === 0) return false;
  try {
    return (value instanceof Map ? [...value.values()] : Object.keys(value).map((key) => value[key])).every((each) => $isReadable(each, left - 1));
  } catch { return false; }
}
/** Returns a document without the items that cannot be read, and takes note of where they stood. */
function $readable(value, at, gone) {
  if ($isReadable(value, $DEEPEST)) return value;
  const below = (each, key) => $readable(each, `${at}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`, gone);
  try {
    if (Array.isArray(value) && at.length < $DEEPEST) return Array.from(value, below);
    const around = Object.keys(value).filter((key) => typeof value[key] === 'object' && $AROUND.has(key));
    if (around.length && at.length < $DEEPEST) return { ...value, ...Object.fromEntries(around.map((key) => [key, below(value[key], key)])) };
  } catch { /* it throws */ }
  gone.add(at);
  return null;
}
const $AROUND = new Set(['items', 'galleries', 'itemsInGalleries', 'gallery', 'item', 'data', 'entity']);
/** Converts what can be read of a document; an item that cannot costs no other. */
function $converted(document, profile) {
  const run = (given) => { const [items, warnings] = $convert($fromJs(given), profile); return { items: $toJs(items), warnings: $toJs(warnings) }; };
  try { return run(document); } catch (error) {
    const gone = new Set();
    const rest = $readable(document, '', gone);
    if (!gone.size) throw error;
    const made = run(rest);
    for (const each of made.warnings) if (gone.has(each.pointer)) each.message = 'This cannot be read: it is nested too deeply, holds itself, or throws.';
    return made;
  }
}
