#ifndef C_QUIET_DISPATCH_H
#define C_QUIET_DISPATCH_H

// Nothing is called from here: what the target defines takes the place of libdispatch's own when a program is linked
// statically.

#endif
